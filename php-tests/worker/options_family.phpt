--TEST--
setOptions() replaces, addOptions() adds, removeOptions() takes away
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
var_dump($worker->addOptions(GEARMAN_WORKER_NON_BLOCKING), $worker->options());
var_dump($worker->removeOptions(GEARMAN_WORKER_GRAB_UNIQ), $worker->options());
var_dump($worker->removeOptions(GEARMAN_WORKER_NON_BLOCKING), $worker->options());
var_dump($worker->setOptions(GEARMAN_WORKER_TIMEOUT_RETURN), $worker->options());
?>
--EXPECT--
bool(true)
int(646)
bool(true)
int(518)
bool(true)
int(516)
bool(true)
int(260)
