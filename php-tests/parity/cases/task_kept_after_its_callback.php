<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$kept = null;
$client->setCompleteCallback(function (GearmanTask $task) use (&$kept) {
    $kept = $task;
});
$client->addTask($echo, 'a', null, 'u');
$client->runTasks();
show_task('kept', $kept);
