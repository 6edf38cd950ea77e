<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) {
    show('recvData', $task->recvData(3));
    show('data', $task->data());
});
$client->addTask($echo, 'abcdef');
attempt('runTasks', fn () => $client->runTasks(), $client);
