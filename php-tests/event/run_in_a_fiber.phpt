--TEST--
A worker's run() in a Fiber does its jobs, and ends when another Fiber calls stop()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('run');
$worker = with_servers(new GearmanRs\Worker());
$worker->addFunction($function, fn (GearmanJob $job) => strrev($job->workload()));
$scheduler = Scheduler::install();
$run = $scheduler->start(fn () => $worker->run());
$results = [];
for ($number = 10; $number < 20; $number++) {
    $scheduler->start(function () use ($function, $number, &$results) {
        $results[] = client()->doNormal($function, (string) $number);
    });
}
$scheduler->run(function () use (&$results) {
    return count($results) === 10;
});
echo count(array_unique($results)), " results\n";
echo $run->isTerminated() ? "run() has ended\n" : "run() is running\n";
$worker->stop();
$scheduler->run();
echo $run->getReturn(), "\n";
?>
--EXPECT--
10 results
run() is running
stopped
