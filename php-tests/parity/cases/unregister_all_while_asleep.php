<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$worker = worker([$queue => fn (GearmanJob $job) => show('job', $job->workload())]);
$worker->setTimeout(50);
attempt('work', fn () => $worker->work(), $worker);
attempt('unregisterAll', fn () => $worker->unregisterAll(), $worker);
attempt('work', fn () => $worker->work(), $worker);
attempt('work', fn () => $worker->work(), $worker);
$worker->addFunction($queue, fn (GearmanJob $job) => show('job', $job->workload()));
$worker->setTimeout(5000);
client()->doBackground($queue, 'y');
attempt('work', fn () => $worker->work(), $worker);
