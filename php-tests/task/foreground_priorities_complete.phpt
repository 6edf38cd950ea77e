--TEST--
addTaskHigh() and addTaskLow() run to their results as addTask() does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('reverse');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$results = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, string $name) use (&$results) {
    $results[$name] = $task->data();
});
foreach (['addTask', 'addTaskHigh', 'addTaskLow'] as $method) {
    $client->$method($function, $method, $method);
}
var_dump($client->runTasks());
ksort($results);
echo json_encode($results), "\n";
?>
--EXPECT--
bool(true)
{"addTask":"ksaTdda","addTaskHigh":"hgiHksaTdda","addTaskLow":"woLksaTdda"}
