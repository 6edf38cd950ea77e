--TEST--
ping() reaches the server; without one it warns and sets return code 13
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump($worker->ping("binary\0\xFF"), $worker->returnCode());
$worker = new GearmanWorker();
var_dump($worker->ping('x'), $worker->returnCode());
?>
--EXPECTF--
bool(true)
int(0)

Warning: GearmanWorker::ping(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
bool(false)
int(13)
