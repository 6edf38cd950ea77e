--TEST--
An object whose call waits in the handler refuses a second one, and finishes the first
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('two');
$client = client();
$scheduler = Scheduler::install();
$first = $scheduler->start(fn () => $client->doNormal($function, 'one'));
try {
    $client->doNormal($function, 'two');
} catch (GearmanException $exception) {
    echo get_class($exception), ": {$exception->getMessage()}\n";
}
$class_thrown = function (callable $call): string {
    try {
        return $call() ? 'true' : 'false';
    } catch (Exception $exception) {
        return get_class($exception);
    }
};
echo $class_thrown(fn () => $client->runTasks()), "\n", $class_thrown(fn () => $client->ping('x')), "\n";
echo "what needs no waiting works: {$client->timeout()}\n";
start_worker([$function => fn (GearmanJob $job) => "result of {$job->workload()}"]);
$scheduler->run();
echo "the first: {$first->getReturn()}\n";
$second = $scheduler->start(fn () => $client->doNormal($function, 'two'));
$scheduler->run();
echo "the client goes on: {$second->getReturn()}\n";

$other = unique_name('two');
$worker = worker();
$done = '';
$worker->addFunction($other, function (GearmanJob $job) use (&$done) {
    $done = $job->workload();
});
$fiber = $scheduler->start(fn () => $worker->work());
echo 'the worker: ', $class_thrown(fn () => $worker->work()), "\n";
echo 'the worker: ', $class_thrown(fn () => $worker->grabJob()), "\n";
GearmanRs\on_wait(null);
client()->doBackground($other, 'three');
$scheduler->run();
echo "the worker goes on: {$done}\n";
?>
--EXPECT--
GearmanException: another call on this object waits in the handler of GearmanRs\on_wait(): each Fiber needs an object of its own
GearmanException
GearmanException
what needs no waiting works: 100000
the first: result of one
the client goes on: result of two
the worker: GearmanException
the worker: GearmanException
the worker goes on: three
