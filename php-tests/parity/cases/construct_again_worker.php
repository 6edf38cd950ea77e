<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('__construct', fn () => $worker->__construct());
attempt('ping', fn () => $worker->ping('x'), $worker);
