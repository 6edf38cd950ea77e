<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$submit = fn (string $unique) => $client->doBackground($queue, 'x', $unique);
$make = fn () => worker([$queue => fn (GearmanJob $job) => show('unique', $job->unique())]);

$worker = $make();
$submit('by default');
$worker->work();
$worker->removeOptions(GEARMAN_WORKER_GRAB_UNIQ);
$submit('removed between two jobs');
$worker->work();
$worker->setTimeout(50);
attempt('idle', fn () => $worker->work(), $worker);
$worker->setTimeout(5000);
$worker->addOptions(GEARMAN_WORKER_GRAB_UNIQ);
$submit('added while asleep');
$worker->work();
$worker->setTimeout(50);
attempt('idle', fn () => $worker->work(), $worker);
$worker->setTimeout(5000);
$worker->removeOptions(GEARMAN_WORKER_GRAB_UNIQ);
$submit('removed while asleep');
$worker->work();
unset($worker);

$worker = new GearmanWorker();
$worker->removeOptions(GEARMAN_WORKER_GRAB_UNIQ);
$worker->addServer(LOOPBACK, Gearmand::shared()->port);
$worker->addFunction($queue, fn (GearmanJob $job) => show('unique', $job->unique()));
$submit('removed before connecting');
$worker->work();
$submit('grabbed');
$job = $worker->grabJob();
show('unique', $job->unique());
$job->sendComplete('');
unset($job);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$submit('non-blocking');
for ($i = 0; $i < 20 && !$worker->work(); $i++) {
    $worker->wait();
}
