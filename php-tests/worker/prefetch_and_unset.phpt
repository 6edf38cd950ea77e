--TEST--
A worker that is freed gives the jobs in hand back while the script goes on, also when it has kept a job
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
unset($worker);
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);

$worker = $jobs->worker();
$jobs->first = function (GearmanJob $job) use (&$kept) {
    $kept = $job;
};
$jobs->workAhead($worker);
unset($worker);
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
