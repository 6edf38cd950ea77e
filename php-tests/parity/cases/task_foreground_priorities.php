<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
foreach (['addTask', 'addTaskHigh', 'addTaskLow'] as $method) {
    $client = client();
    show_events($client);
    attempt($method, fn () => $client->$method($echo, $method, 'c', "u-{$method}"), $client);
    attempt('runTasks', fn () => $client->runTasks(), $client);
}
