<?php
require __DIR__ . '/../support.php';

$worker = unserialize(serialize(worker()));
attempt('work', fn () => $worker->work(), $worker);
attempt('addServer', fn () => $worker->addServer(LOOPBACK, Gearmand::shared()->port), $worker);
attempt('ping', fn () => $worker->ping('x'), $worker);
