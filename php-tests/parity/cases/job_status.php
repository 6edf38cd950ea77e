<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, 'x', 'mine' . $queue);
attempt('queued', fn () => $client->jobStatus($handle), $client);
attempt('queued, by key', fn () => $client->jobStatusByUniqueKey('mine' . $queue), $client);
attempt('unknown', fn () => $client->jobStatus('H:nowhere:99'), $client);
attempt('unknown, by key', fn () => $client->jobStatusByUniqueKey('no such key'), $client);
$worker = worker([$queue => function (GearmanJob $job) use ($client) {
    attempt('running', fn () => $client->jobStatus($job->handle()), $client);
    $job->sendStatus(3, 7);
    eventually('the progress has arrived', fn () => $client->jobStatus($job->handle())[3] === 7);
    attempt('in progress', fn () => $client->jobStatus($job->handle()), $client);
    attempt('in progress, by key', fn () => $client->jobStatusByUniqueKey($job->unique()), $client);
}]);
$worker->work();
eventually('the job is done', fn () => !$client->jobStatus($handle)[0]);
attempt('done', fn () => $client->jobStatus($handle), $client);
attempt('done, by key', fn () => $client->jobStatusByUniqueKey('mine' . $queue), $client);
