<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (...$arguments) => show('arguments', $arguments));
$client->addTask($echo, 'x', null, 'u');
$client->runTasks();
$client->addTask($echo, 'x', unique_key: 'v');
$client->runTasks();
