<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
$worker->setTimeout(100);
$worker->addFunction('f', fn () => '');
attempt('grabJob', fn () => $worker->grabJob(), $worker);
