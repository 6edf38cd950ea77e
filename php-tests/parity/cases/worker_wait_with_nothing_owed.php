<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$worker = new GearmanWorker();
attempt('without a server', fn () => $worker->wait(), $worker);
$worker->addServer(LOOPBACK, Gearmand::shared()->port);
attempt('with a server', fn () => $worker->wait(), $worker);
$worker->addFunction($queue, fn () => '');
attempt('with a function', fn () => $worker->wait(), $worker);
attempt('again', fn () => $worker->wait(), $worker);

client()->doBackground($queue, 'x');
attempt('work', fn () => $worker->work(), $worker);
attempt('after a job', fn () => $worker->wait(), $worker);
attempt('again', fn () => $worker->wait(), $worker);

client()->doBackground($queue, 'x');
$job = attempt('grabJob', fn () => $worker->grabJob(), $worker);
attempt('beside a grabbed job', fn () => $worker->wait(), $worker);
attempt('sendComplete', fn () => $job->sendComplete('x'), $job);
attempt('after it', fn () => $worker->wait(), $worker);
unset($job);

attempt('grabJob', fn () => $worker->grabJob(), $worker);
attempt('after the answer that there is none', fn () => $worker->wait(), $worker);
