<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
attempt('addTask', fn () => $client->addTask($echo, [1, 2]));
attempt('runTasks', fn () => $client->runTasks(), $client);
