<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('enableExceptionHandler', fn () => $worker->enableExceptionHandler());
$worker = new GearmanWorker();
attempt('without servers', fn () => $worker->enableExceptionHandler());
attempt('addServer without it', fn () => $worker->addServer(LOOPBACK, Gearmand::freePort(), false));
attempt('addServers without it', fn () => $worker->addServers('127.0.0.1:' . Gearmand::freePort(), false));
