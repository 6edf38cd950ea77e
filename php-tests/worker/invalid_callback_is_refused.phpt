--TEST--
addFunction() with something that cannot be called warns and returns false
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump($worker->addFunction('function', 'nope'));
var_dump($worker->addFunction('function', ['NoSuchClass', 'method']));
var_dump($worker->addFunction('function', 42));
var_dump($worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::addFunction(): Function 'nope' is not a valid callback in %s on line %d
bool(false)

Warning: GearmanWorker::addFunction(): Function '%s' is not a valid callback in %s on line %d
bool(false)

Warning: GearmanWorker::addFunction(): Function '42' is not a valid callback in %s on line %d
bool(false)
int(0)
