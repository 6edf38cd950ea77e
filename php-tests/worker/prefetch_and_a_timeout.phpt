--TEST--
A worker with jobs in hand does not wait, and its timeout ends it when all are done
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$jobs->workAhead($worker);
$worker->setTimeout(0);
eventually('every job is done', function () use ($worker, $jobs) {
    while ($worker->work());
    return $jobs->report() === "0 missing, 0 done twice\n";
});
var_dump($worker->work(), $worker->returnCode() === GEARMAN_TIMEOUT);
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
?>
--EXPECT--
bool(false)
bool(true)
