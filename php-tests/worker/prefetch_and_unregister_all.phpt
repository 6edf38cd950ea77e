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

// The function comes back at once, and the worker with it.
$worker->addFunction($jobs->function, fn (GearmanJob $job) => $jobs->note($job));
$jobs->workAhead($worker);
$worker->unregisterAll();
$worker->addFunction($jobs->function, fn (GearmanJob $job) => $jobs->note($job));
for ($i = 0; $i < 100; $i++) {
    $worker->work();
}
echo 'once: ', str_contains($jobs->report(), ' 0 done twice') ? 'yes' : $jobs->report(), "\n";

// In a callback. Gearmand queues its own job again, as it would that of any worker.
$worker->addFunction($jobs->function, fn (GearmanJob $job) => $jobs->note($job));
$jobs->workAhead($worker);
$worker->addFunction($jobs->function, function (GearmanJob $job) use ($worker, $jobs) {
    $jobs->note($job);
    $worker->unregisterAll();
});
var_dump($worker->work(), @$worker->work());
eventually('the jobs are queued again', fn () => $jobs->taken() === 0);
$jobs->finish();
echo strtok($jobs->report(), ','), "\n";
?>
--EXPECT--
once: yes
bool(true)
bool(false)
0 missing
