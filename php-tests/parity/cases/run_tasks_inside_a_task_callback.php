<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setTimeout(2000);
$client->setCompleteCallback(function (GearmanTask $task) use ($client, $echo) {
    show('complete', $task->data());
    if ($task->data() === 'outer') {
        $client->addTask($echo, 'inner');
        attempt('inner runTasks', fn () => $client->runTasks(), $client);
    }
});
$client->addTask($echo, 'outer');
attempt('runTasks', fn () => $client->runTasks(), $client);
