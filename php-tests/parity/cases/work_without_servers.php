<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
$worker->setTimeout(100);
$worker->addFunction('f', fn () => '');
attempt('work', fn () => $worker->work(), $worker);
