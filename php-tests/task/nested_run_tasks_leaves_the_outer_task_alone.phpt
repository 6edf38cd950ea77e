--TEST--
A nested runTasks() leaves the task of the outer callback as it is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$echo = unique_name('echo');
start_worker([$echo => fn (GearmanJob $job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use ($client, $echo) {
    if ($task->unique() !== 'outer') {
        echo "inner {$task->data()}\n";
        return;
    }
    $client->addTask($echo, 'nested', null, 'inner');
    var_dump($client->runTasks());
    var_dump($task->data(), $task->dataSize(), $task->unique(), $task->functionName() === $echo, $task->jobHandle() !== false);
});
$client->addTask($echo, 'the outer data', null, 'outer');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
inner nested
bool(true)
string(14) "the outer data"
int(14)
string(5) "outer"
bool(true)
bool(true)
bool(true)
int(0)
