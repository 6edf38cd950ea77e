<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->addTask($echo, 'x');
$client->setCompleteCallback(fn () => show('complete', 'called'));
attempt('runTasks', fn () => $client->runTasks(), $client);
