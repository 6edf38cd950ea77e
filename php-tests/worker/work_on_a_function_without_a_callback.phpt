--TEST--
A function that was only registered has nothing that work() could call: return code 31
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('registered');
client()->doBackground($function, 'x');
$worker = worker();
$worker->register($function);
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::work(): %s(GEARMAN_INVALID_FUNCTION_NAME)%s in %s on line %d
bool(false)
int(31)
