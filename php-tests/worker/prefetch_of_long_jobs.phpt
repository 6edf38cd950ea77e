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
var_dump($jobs->taken());
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
int(0)
0 missing, 0 done twice
