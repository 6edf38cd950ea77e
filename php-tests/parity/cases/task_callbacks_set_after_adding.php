<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn () => show('complete', 'the first'));
$client->addTask($echo, 'x');
$client->setCompleteCallback(fn () => show('complete', 'the second'));
attempt('runTasks', fn () => $client->runTasks(), $client);
