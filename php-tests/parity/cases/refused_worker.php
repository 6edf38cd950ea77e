<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
attempt('addServer', fn () => $worker->addServer(LOOPBACK, Gearmand::freePort()));
