<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, ?int $left) use ($client, $echo) {
    show('complete', $task->data());
    if ($left > 0) {
        $client->addTask($echo, "task {$left}", $left - 1);
    }
});
$client->addTask($echo, 'first', 3);
attempt('runTasks', fn () => $client->runTasks(), $client);
