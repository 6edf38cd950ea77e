--TEST--
A NUL in a function name is refused with return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('nul');
$worker = worker();
var_dump($worker->addFunction("{$function}\0tail", 'strlen'), $worker->returnCode());
var_dump($worker->register("{$function}\0tail"), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::addFunction(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanWorker::register(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)
