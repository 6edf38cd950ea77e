<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    attempt('sendStatus', fn () => $job->sendStatus(-1, 5), $job);
    attempt('sendStatus', fn () => $job->sendStatus(4294967296, 5), $job);
}]);
attempt('work', fn () => $worker->work(), $worker);
