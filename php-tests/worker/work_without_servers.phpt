--TEST--
work() without a server warns, returns false and sets return code 13
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
$worker->addFunction('function', 'strlen');
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::work(): %SGEARMAN_%S in %s on line %d
bool(false)
int(13)
