<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCreatedCallback(fn (GearmanTask $task) => attempt('sendWorkload', fn () => $task->sendWorkload('more')) !== null ? 0 : 0);
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($echo, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
