--TEST--
grabJob() takes what is in hand, and asks for none ahead
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
// More of what it has asked for may come while this looks.
while ($jobs->taken() > 0) {
    $job = $worker->grabJob();
    $jobs->note($job);
    $job->sendComplete('');
}
for ($i = 0; $i < 40; $i++) {
    $job = $worker->grabJob();
    $jobs->note($job);
    $job->sendComplete('');
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
