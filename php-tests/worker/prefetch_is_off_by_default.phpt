--TEST--
Without gearman.prefetch a worker has no job in hand between two calls
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue(100);
$worker = $jobs->worker();
for ($i = 0; $i < 50; $i++) {
    $worker->work();
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
