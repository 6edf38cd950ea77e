<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCreatedCallback(function (GearmanTask $task, &$count) {
    $count++;
});
$client->setCompleteCallback(function (GearmanTask $task, &$count) {
    $count++;
    show('count', $count);
});
$client->addTask($echo, 'a', 0);
attempt('runTasks', fn () => $client->runTasks(), $client);
