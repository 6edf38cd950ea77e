<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('__destruct', fn () => $worker->__destruct());
attempt('ping', fn () => $worker->ping('x'), $worker);
