--TEST--
setTimeout() sets the option TIMEOUT_RETURN
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
$worker->setTimeout(1000);
var_dump($worker->options() === (644 | GEARMAN_WORKER_TIMEOUT_RETURN));
?>
--EXPECT--
bool(true)
