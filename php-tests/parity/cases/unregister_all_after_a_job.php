<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$worker = worker([$queue => fn (GearmanJob $job) => show('job', $job->workload())]);
$worker->setTimeout(300);
client()->doBackground($queue, 'x');
attempt('work', fn () => $worker->work(), $worker);
attempt('unregisterAll', fn () => $worker->unregisterAll(), $worker);
for ($i = 0; $i < 3; $i++) {
    attempt('work', fn () => $worker->work(), $worker);
}
attempt('unregisterAll again', fn () => $worker->unregisterAll(), $worker);
attempt('grabJob', fn () => $worker->grabJob(), $worker);
$worker->addFunction($queue, fn (GearmanJob $job) => show('job', $job->workload()));
client()->doBackground($queue, 'y');
attempt('work', fn () => $worker->work(), $worker);
