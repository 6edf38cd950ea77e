--TEST--
unregisterAll() without a function warns, returns false and sets return code 34
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump($worker->unregisterAll(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::unregisterAll(): %s in %s on line %d
bool(false)
int(34)
