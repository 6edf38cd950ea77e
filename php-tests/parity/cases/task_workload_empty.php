<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn (GearmanJob $job) => 'got ' . $job->workloadSize()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
attempt('addTask', fn () => $client->addTask($echo, ''), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
