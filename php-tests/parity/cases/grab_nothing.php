<?php
require __DIR__ . '/../support.php';

$worker = worker();
$worker->register(unique_name('queue'));
$worker->setTimeout(100);
attempt('grabJob', fn () => $worker->grabJob(), $worker);
