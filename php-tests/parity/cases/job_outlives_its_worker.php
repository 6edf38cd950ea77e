<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'workload', 'unique');
$worker = worker();
$worker->register($queue);
$job = $worker->grabJob();
unset($worker);
show('workload', [$job->workload(), $job->unique()]);
attempt('sendComplete', fn () => $job->sendComplete('late'), $job);
