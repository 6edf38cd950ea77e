--TEST--
While its server is dead, a worker's timeout still ends work()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$worker = worker(['function' => fn () => null], $server);
$worker->setTimeout(300);
$worker->work();
$server->kill();
var_dump(@$worker->work(), $worker->returnCode());

$server->restart();
client($server)->doBackground('function', 'x');
$worker->setTimeout(DEADLINE_MILLISECONDS);
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECT--
bool(false)
int(47)
bool(true)
int(0)
