--TEST--
A function added by a callback is served by the next work()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = unique_name('first');
$second = unique_name('second');
$client = client();
$client->doBackground($first, 'x');
$client->doBackground($second, 'x');
$worker = worker();
$worker->addFunction($first, function () use ($worker, $second) {
    $worker->addFunction($second, fn () => print "second\n");
});
var_dump($worker->work(), $worker->work());
?>
--EXPECT--
second
bool(true)
bool(true)
