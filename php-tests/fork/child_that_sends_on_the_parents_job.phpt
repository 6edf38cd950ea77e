--TEST--
What a child sends on the parent's job goes nowhere
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('sends');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        @$job->sendStatus(1, 2);
        @$job->sendData('child');
        @$job->sendWarning('child');
        @$job->sendComplete('child');
        @$job->sendFail();
        exit(0);
    }
    pcntl_waitpid($pid, $status);
    return 'parent';
}])->work();
print_r($client->history());
?>
--EXPECT--
Array
(
    [0] => 13 parent
)
