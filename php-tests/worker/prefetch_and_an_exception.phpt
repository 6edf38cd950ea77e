--TEST--
An exception ends its own job; those in hand are done by the next calls
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$jobs->first = function (GearmanJob $job) use ($jobs) {
    $jobs->note($job);
    throw new Exception('no');
};
try {
    $worker->work();
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
$jobs->first = null;
$worker->setTimeout(50);
while ($worker->work());
var_dump($worker->returnCode() === GEARMAN_TIMEOUT);
echo $jobs->report();
?>
--EXPECT--
no
bool(true)
0 missing, 0 done twice
