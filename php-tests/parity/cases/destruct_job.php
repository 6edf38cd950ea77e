<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    attempt('__destruct', fn () => $job->__destruct());
    attempt('workload', fn () => $job->workload());
}]);
attempt('work', fn () => $worker->work(), $worker);
