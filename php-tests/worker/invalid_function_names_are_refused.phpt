--TEST--
An empty function name and one of 513 bytes are refused with return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
foreach (['', str_repeat('f', 513)] as $name) {
    var_dump($worker->addFunction($name, 'strlen'), $worker->returnCode());
    var_dump($worker->register($name), $worker->returnCode());
}
?>
--EXPECTF--
Warning: GearmanWorker::addFunction(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanWorker::register(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanWorker::addFunction(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanWorker::register(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)
