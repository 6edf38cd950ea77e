--TEST--
A worker and a client's runTasks() talk to each other on one thread
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('one_thread');
$scheduler = Scheduler::install();
$results = [];
$by = [];
foreach (['a', 'b', 'c'] as $name) {
    $scheduler->start(function () use ($name, $function, &$results, &$by) {
        $worker = worker([$function => function (GearmanJob $job) use ($name, &$by) {
            $by[$name] = true;
            return strrev($job->workload());
        }]);
        $worker->setTimeout(1000);
        while (count($results) < 100) {
            @$worker->work();
        }
    });
}
$scheduler->start(function () use ($function, &$results) {
    $client = client();
    $client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
        $results[] = $task->data();
    });
    for ($number = 0; $number < 100; $number++) {
        $client->addTask($function, (string) $number);
    }
    $client->runTasks();
});
$scheduler->run();
echo count(array_unique($results)), " results\nworkers: ", json_encode(count($by) > 0), "\n";
?>
--EXPECT--
100 results
workers: true
