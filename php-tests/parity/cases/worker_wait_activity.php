<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$worker = worker([$queue => fn ($job) => show('job', $job->workload())]);
$worker->setTimeout(10);
attempt('work', fn () => $worker->work(), $worker);
$worker->setTimeout(10000);
client()->doBackground($queue, 'job');
attempt('wait', fn () => $worker->wait(), $worker);
attempt('work', fn () => $worker->work(), $worker);
