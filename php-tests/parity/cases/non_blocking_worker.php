<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker([$queue => fn ($job) => show('job', $job->workload())]);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(500);
$calls = 0;
do {
    $done = @$worker->work();
    if (!$done) {
        @$worker->wait();
    }
} while (!$done && ++$calls < 10);
show('the job was run', $done);
