--TEST--
A script that does something else between two calls has no job in hand meanwhile
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue(60);
$worker = $jobs->worker();
for ($i = 0; $i < 40; $i++) {
    $worker->work();
    usleep(1000);
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
