--TEST--
grabJob() without a function warns, returns false and sets return code 34
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump($worker->grabJob(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::grabJob(): %s(GEARMAN_NO_REGISTERED_FUNCTIONS)%s in %s on line %d
bool(false)
int(34)
