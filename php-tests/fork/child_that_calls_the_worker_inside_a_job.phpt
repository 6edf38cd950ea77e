--TEST--
A child may work on with the inherited worker: it takes jobs of its own, the parent's job ends with the parent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('goes-on');
$server = Gearmand::start();
$client = new Wire($server);
$client->submit($function, 'first', 'first');
client($server)->doBackground($function, 'second');

$worker = worker([], $server);
$worker->addFunction($function, function (GearmanJob $job) use ($worker, $server) {
    if ($job->workload() === 'second') {
        return 'second done';
    }
    $pid = pcntl_fork();
    if ($pid === 0) {
        exit($worker->work() ? 7 : 1);
    }
    pcntl_waitpid($pid, $status);
    return 'child exited with ' . pcntl_wexitstatus($status);
});
$worker->work();
print_r($client->history());
eventually('the queue is empty', fn () => $server->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
Array
(
    [0] => 13 child exited with 7
)
