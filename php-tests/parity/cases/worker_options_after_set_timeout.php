<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
$worker->setTimeout(100);
show('options', $worker->options());
