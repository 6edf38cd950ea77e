<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$added = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$added) {
    show('the object that addTask returned', in_array($task, $added, true));
});
$added[] = $client->addTask($echo, 'a');
$client->runTasks();
