<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task) => show('recvData', $task->recvData(-1)));
$client->addTask($echo, 'abcdef');
attempt('runTasks', fn () => $client->runTasks(), $client);
