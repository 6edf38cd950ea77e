<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use ($client) {
    attempt('jobStatus', fn () => $client->jobStatus('H:nowhere:1'), $client);
    attempt('ping', fn () => $client->ping('x'), $client);
});
$client->addTask($echo, 'a');
attempt('runTasks', fn () => $client->runTasks(), $client);
