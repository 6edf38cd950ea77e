--TEST--
A worker without functions gives the jobs in hand back at once
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$worker->unregisterAll();
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);

// The same in a callback, whose own job is done.
$worker->addFunction($jobs->function, fn (GearmanJob $job) => $jobs->note($job));
$jobs->workAhead($worker);
$worker->addFunction($jobs->function, function (GearmanJob $job) use ($worker, $jobs) {
    $jobs->note($job);
    $worker->unregisterAll();
});
var_dump($worker->work(), @$worker->work());
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
bool(true)
bool(false)
0 missing, 0 done twice
