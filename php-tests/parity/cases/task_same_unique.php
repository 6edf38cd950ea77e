<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->unique()));
$client->addTask($echo, 'a', null, 'same');
$client->addTask($echo, 'a', null, 'same');
attempt('runTasks', fn () => $client->runTasks(), $client);
