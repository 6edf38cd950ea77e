--TEST--
A Fiber that is destroyed while its callback is suspended gives the job back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fiber');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => fn () => Fiber::suspend()]);
$fiber = new Fiber(fn () => $worker->work());
$fiber->start();
unset($fiber, $worker);
gc_collect_cycles();

worker([$function => fn () => 'second run'])->work();
print_r($client->history());
?>
--EXPECT--
Array
(
    [0] => 13 second run
)
