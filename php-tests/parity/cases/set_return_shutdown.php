<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    $job->setReturn(GEARMAN_SHUTDOWN);
    return 'done';
}]);
attempt('work', fn () => $worker->work(), $worker);
eventually('the job is done', fn () => $client->jobStatus($handle) === [false, false, 0, 0]);
