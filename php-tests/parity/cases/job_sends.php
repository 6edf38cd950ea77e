<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    attempt('sendData', fn () => $job->sendData("d\0d"), $job);
    attempt('sendWarning', fn () => $job->sendWarning('w'), $job);
    attempt('sendStatus', fn () => $job->sendStatus(1, 2), $job);
    attempt('sendStatus back', fn () => $job->sendStatus(0, 0), $job);
    attempt('sendComplete', fn () => $job->sendComplete('c'), $job);
}]);
attempt('work', fn () => $worker->work(), $worker);
