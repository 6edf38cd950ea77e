--TEST--
A child that throws out of the callback neither fails nor ends the parent's job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        throw new LogicException('in the child');
    }
    pcntl_waitpid($pid, $status);
    return 'from the parent';
}]);
try {
    $worker->work();
} catch (LogicException) {
    exit(0);
}
print_r($client->history());
?>
--EXPECT--
Array
(
    [0] => 13 from the parent
)
