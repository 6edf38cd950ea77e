--TEST--
addServer() of a name that does not resolve warns and returns false
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
var_dump($worker->addServer('no-such-host.invalid', 4730), $worker->returnCode());
?>
--EXPECTF--
Warning: GearmanWorker::addServer(): %sno-such-host.invalid:4730%s in %s on line %d
bool(false)
int(12)
