--TEST--
A worker that never reached a server fails at once with return code 26
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
$worker->addServer('127.0.0.1', Gearmand::freePort(), false);
$worker->addFunction('function', 'strlen');
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::work(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
bool(false)
int(26)
