--TEST--
wait() without a connection warns, returns false and sets return code 7
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
var_dump($worker->wait(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::wait(): %s(GEARMAN_NO_ACTIVE_FDS)%s in %s on line %d
bool(false)
int(7)
