<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
$client = client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($echo, 'x');
attempt('without a worker', fn () => $client->runTasks(), $client);
start_worker([$echo => fn ($job) => $job->workload()]);
eventually('the task is done', function () use ($client) {
    $client->runTasks();
    if ($client->returnCode() === GEARMAN_IO_WAIT) {
        @$client->wait();
        return false;
    }
    return true;
});
show('code at the end', $client->returnCode());
