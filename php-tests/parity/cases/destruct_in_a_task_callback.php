<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use ($client) {
    $client->__destruct();
    show('complete', true);
});
$client->addTask($echo, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
