<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
$worker->setTimeout(500);
try {
    $worker->addServer(LOOPBACK, Gearmand::freePort());
} catch (GearmanException $thrown) {
    show('addServer', $thrown->getMessage());
}
$worker->addFunction('f', fn () => '');
attempt('work', fn () => $worker->work(), $worker);
attempt('grabJob', fn () => $worker->grabJob(), $worker);
attempt('ping', fn () => $worker->ping('x'), $worker);
