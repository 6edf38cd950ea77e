--TEST--
No job is asked for ahead while jobs take a millisecond or more
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue(60);
$jobs->first = fn () => usleep(1000);
$worker = $jobs->worker();
for ($i = 0; $i < 40; $i++) {
    $worker->work();
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
