--TEST--
After a long job the worker does what it has in hand and asks for no more
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$jobs->first = fn () => usleep(1000);
eventually('nothing is in hand', fn () => $worker->work() && $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
