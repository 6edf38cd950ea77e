<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) use ($client) {
    foreach ([[1, 0], [0, 4294967295], [4294967295, 1]] as $progress) {
        attempt('sendStatus', fn () => $job->sendStatus(...$progress), $job);
        eventually('the progress has arrived', fn () => array_slice($client->jobStatus($job->handle()), 2) === $progress);
        show('arrived', $progress);
    }
}]);
attempt('work', fn () => $worker->work(), $worker);
