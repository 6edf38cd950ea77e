--TEST--
A task that is added while runTasks() waits in another Fiber runs there
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('added');
$client = client();
$results = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = $task->data();
});
$scheduler = Scheduler::install();
$client->addTask($function, 'first');
$fiber = $scheduler->start(fn () => $client->runTasks());
$scheduler->run(fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 1);
// Nothing will come of the first, so only the second can wake it.
$client->addTask($function, 'second');
$scheduler->run(fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 2);
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$scheduler->run();
sort($results);
echo implode(', ', $results), "\n", $client->returnCode(), "\n";
?>
--EXPECT--
first, second
0
