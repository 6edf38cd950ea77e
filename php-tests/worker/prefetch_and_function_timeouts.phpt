--TEST--
No job is asked for ahead while a function has a timeout
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$worker->addFunction($other = unique_name('other'), fn () => null, null, 20_000);
eventually('nothing is in hand', fn () => $worker->work() && $jobs->taken() === 0);
for ($i = 0; $i < 100; $i++) {
    $worker->work();
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$worker->unregister($other);
$jobs->workAhead($worker);
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
