<?php
require __DIR__ . '/../support.php';

$port = Gearmand::shared()->port;
$dead = Gearmand::freePort();
$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = new GearmanWorker();
$worker->setTimeout(3000);
attempt('addServers', fn () => $worker->addServers("127.0.0.1:{$dead},127.0.0.1:{$port}"), $worker);
$worker->addFunction($queue, fn () => show('called', true));
attempt('work', fn () => $worker->work(), $worker);
