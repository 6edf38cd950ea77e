--TEST--
A child that returns from the callback does not complete the parent's job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('returns');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$inChild = false;
$worker = worker([$function => function (GearmanJob $job) use (&$inChild) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        $inChild = true;
        return 'from the child';
    }
    pcntl_waitpid($pid, $status);
    return 'from the parent';
}]);
@$worker->work();
if ($inChild) {
    exit(0);
}
print_r($client->history());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
Array
(
    [0] => 13 from the parent
)
int(0)
