<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
show_events($client);
attempt('clearCallbacks', fn () => $client->clearCallbacks(), $client);
$client->addTask($echo, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
$client->setCompleteCallback(fn ($task) => show('complete', $task->data()));
$client->addTask($echo, 'y');
attempt('runTasks', fn () => $client->runTasks(), $client);
