--TEST--
A function added to a connected worker is served before the worker sleeps again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = unique_name('first');
$second = unique_name('second');
$client = client();
$client->doBackground($first, 'x');
$worker = worker([$first => fn () => print "first\n"]);
$worker->work();

$client->doBackground($second, 'x');
$worker->addFunction($second, fn () => print "second\n");
var_dump($worker->work());
?>
--EXPECT--
first
second
bool(true)
