--TEST--
A job of high priority waits for no more than what is in hand
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$high = false;
$jobs->first = function (GearmanJob $job) use (&$high) {
    $high = $high || $job->workload() === '2000 first';
};
client()->doHighBackground($jobs->function, '2000 first');
for ($done = 0; !$high; $done++) {
    $worker->work();
}
var_dump($done <= 18);
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
bool(true)
0 missing, 0 done twice
