<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use ($client, $echo) {
    show('complete', $task->data());
    show('doBackground', $client->doBackground($echo, 'inner') !== '');
});
$client->addTask($echo, 'a');
attempt('runTasks', fn () => $client->runTasks(), $client);
