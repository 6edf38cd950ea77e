--TEST--
A callback may suspend a Fiber; the worker finishes the job when it is resumed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fiber');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => fn () => 'resumed with ' . Fiber::suspend('suspended')]);
$fiber = new Fiber(fn () => $worker->work());
var_dump($fiber->start());
var_dump($worker->timeout());
$fiber->resume('a value');
var_dump($fiber->getReturn());
print_r($client->history());
?>
--EXPECT--
string(9) "suspended"
int(100000)
bool(true)
Array
(
    [0] => 13 resumed with a value
)
