--TEST--
A script that does something else between two calls has no job in hand meanwhile
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue(60);
$worker = $jobs->worker();
$most = 0;
for ($i = 0; $i < 40; $i++) {
    $worker->work();
    usleep(1000);
    $most = max($most, $jobs->taken());
}
var_dump($most);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
int(0)
0 missing, 0 done twice
