<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->removeOptions(GEARMAN_CLIENT_FREE_TASKS);
$task = $client->addTask($echo, 'x', null, 'u');
attempt('runTasks', fn () => $client->runTasks(), $client);
show_task('afterwards', $task);
