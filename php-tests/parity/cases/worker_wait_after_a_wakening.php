<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$worker = worker([$queue => fn (GearmanJob $job) => show('job', $job->workload())]);
$worker->setTimeout(50);
attempt('work', fn () => $worker->work(), $worker);
attempt('asleep', fn () => $worker->wait(), $worker);
attempt('still asleep', fn () => $worker->wait(), $worker);
client()->doBackground($queue, 'x');
$worker->setTimeout(5000);
attempt('woken', fn () => $worker->wait(), $worker);
$worker->setTimeout(-1);
attempt('already awake', fn () => $worker->wait(), $worker);
attempt('work', fn () => $worker->work(), $worker);
attempt('after the job', fn () => $worker->wait(), $worker);
