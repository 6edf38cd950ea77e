<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$task = $client->addTask($echo, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
show_task('Finished', $task);
attempt('runTasks again', fn () => $client->runTasks(), $client);
