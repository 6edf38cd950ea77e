--TEST--
unregisterAll() withdraws every function, and new ones can be added after it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$functions = [unique_name('one'), unique_name('two')];
$worker = worker(array_fill_keys($functions, 'strlen'));
$worker->setTimeout(1);
$worker->work();
$admin = Gearmand::shared()->admin;
eventually('the functions are offered', fn () => $admin->workersOf($functions[1]));

var_dump($worker->unregisterAll(), $worker->returnCode());
var_dump(@$worker->work(), $worker->returnCode());
eventually('nothing is offered', fn () => !$admin->workersOf($functions[0]) && !$admin->workersOf($functions[1]));

$worker->setTimeout(DEADLINE_MILLISECONDS);
client()->doBackground($functions[0], 'x');
$worker->addFunction($functions[0], fn () => print "served again\n");
var_dump($worker->work());
?>
--EXPECT--
bool(true)
int(0)
bool(false)
int(34)
served again
bool(true)
