<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, 'x', 'mine');
show_events($client);
$client->addTaskStatus($handle, 'context');
attempt('queued', fn () => $client->runTasks(), $client);
$client->addTaskStatus('H:nowhere:9');
attempt('unknown', fn () => $client->runTasks(), $client);
$worker = worker([$queue => function (GearmanJob $job) use ($client, $handle) {
    $job->sendStatus(3, 4);
    eventually('the progress has arrived', fn () => $client->jobStatus($handle)[3] === 4);
    $client->addTaskStatus($handle, 7);
    attempt('running', fn () => $client->runTasks(), $client);
}]);
$worker->work();
