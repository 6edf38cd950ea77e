--TEST--
The jobs in hand of a function that is removed go back, and no work() fails for them
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$worker->addFunction($other = unique_name('other'), fn () => print "other\n");
$worker->unregister($jobs->function);
client()->doBackground($other, 'x');
var_dump($worker->work(), $worker->returnCode());
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
other
bool(true)
int(0)
0 missing, 0 done twice
