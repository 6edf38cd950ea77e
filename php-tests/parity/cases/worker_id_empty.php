<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('empty', fn () => $worker->setId(''), $worker);
