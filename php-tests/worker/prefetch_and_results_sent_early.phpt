--TEST--
A callback that sends its result itself is measured to its end
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$jobs->first = fn (GearmanJob $job) => $job->sendComplete('');
$worker = $jobs->worker();
$jobs->workAhead($worker);
$jobs->first = function (GearmanJob $job) {
    $job->sendComplete('');
    usleep(1000);
};
eventually('nothing is in hand', fn () => $worker->work() && $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
