<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setWorkloadCallback(function (GearmanTask $task) {
    print("workload wanted\n");
});
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($echo, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
