--TEST--
unregister() of an unknown name warns, returns false and sets return code 33
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker(['known' => 'strlen']);
var_dump($worker->unregister('unknown'), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::unregister(): %s in %s on line %d
bool(false)
int(33)
