--TEST--
Three children that exit inside a job leave the parent's result intact
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forks');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    $children = [];
    for ($i = 0; $i < 3; $i++) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            exit($i);
        }
        $children[] = $pid;
    }
    foreach ($children as $pid) {
        pcntl_waitpid($pid, $status);
        echo 'child exited with ', pcntl_wexitstatus($status), "\n";
    }
    return 'from the parent';
}]);
var_dump($worker->work(), $worker->returnCode());
print_r($client->history());

// The worker's connection is as good as before.
$client->submit($function, 'x', 'another');
var_dump($worker->work());
print_r($client->history());
?>
--EXPECT--
child exited with 0
child exited with 1
child exited with 2
bool(true)
int(0)
Array
(
    [0] => 13 from the parent
)
child exited with 0
child exited with 1
child exited with 2
bool(true)
Array
(
    [0] => 13 from the parent
)
