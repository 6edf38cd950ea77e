--TEST--
A Fiber that is destroyed while it waits leaves a usable client
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('destroyed');
$destroy = function (callable $call) {
    GearmanRs\on_wait(fn () => Fiber::suspend());
    $fiber = new Fiber(function () use ($call) {
        try {
            $call();
        } finally {
            echo "finally\n";
        }
    });
    $fiber->start();
    GearmanRs\on_wait(null);
    unset($fiber);
    gc_collect_cycles();
};
$client = client();
$destroy(fn () => $client->doNormal($function, 'x'));
echo 'pong: ', json_encode($client->ping('x')), "\n";
$client->addTask($function, 'y');
$result = '';
$client->setCompleteCallback(function (GearmanTask $task) use (&$result) {
    $result = $task->data();
});
$destroy(fn () => $client->runTasks());
start_worker([$function => fn () => 'done']);
$client->runTasks();
echo "result: {$result}\n";
$other = unique_name('destroyed');
$worker = worker([$other => fn (GearmanJob $job) => print "job: {$job->workload()}\n"]);
$destroy(fn () => $worker->work());
$client->doBackground($other, 'x');
$worker->work();
?>
--EXPECT--
finally
pong: true
finally
result: done
finally
job: x
