--TEST--
A worker with a dead server in its list works on the live one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::shared();
$function = unique_name('alive');
client()->doBackground($function, 'x');
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
var_dump($worker->addServers('127.0.0.1:' . Gearmand::freePort() . ",{$alive->address()}"));
var_dump($worker->enableExceptionHandler());
$worker->addFunction($function, fn () => print "ran\n");
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECT--
bool(true)
bool(true)
ran
bool(true)
int(0)
