--TEST--
A workload callback may destruct its client: the task it was called with stays whole, and runTasks() has nothing more to do
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$client->setWorkloadCallback(function (GearmanTask $task) use ($client) {
    $client->__destruct();
    var_dump($task->sendWorkload('data'));
});
$client->addTask(unique_name('function'), '');
var_dump($client->runTasks());
?>
--EXPECT--
int(4)
bool(true)
