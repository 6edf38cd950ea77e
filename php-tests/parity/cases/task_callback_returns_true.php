<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
foreach (['true' => true, 'one' => 1] as $kind => $value) {
    $client = client();
    $client->setCompleteCallback(function (GearmanTask $task) use ($value) {
        show('complete', $task->data());
        return $value;
    });
    $client->addTask($echo, $kind);
    show($kind, @$client->runTasks());
}
