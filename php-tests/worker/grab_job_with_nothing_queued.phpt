--TEST--
grabJob() with nothing queued warns, returns false and sets return code 35
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker([unique_name('idle') => 'strlen']);
var_dump($worker->grabJob(), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::grabJob(): %SGEARMAN_%S in %s on line %d
bool(false)
int(35)
