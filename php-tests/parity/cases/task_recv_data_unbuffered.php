<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->addOptions(GEARMAN_CLIENT_UNBUFFERED_RESULT);
$client->setCompleteCallback(function (GearmanTask $task) {
    show('data', [$task->data(), $task->dataSize()]);
    show('recvData', $task->recvData(4));
    show('recvData', $task->recvData(100));
    show('recvData', $task->recvData(100));
});
$client->addTask($echo, 'abcdef');
attempt('runTasks', fn () => $client->runTasks(), $client);
