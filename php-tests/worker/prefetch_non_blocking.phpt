--TEST--
A non-blocking worker does what is in hand, and says when nothing is queued
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
eventually('nothing is queued', function () use ($worker) {
    if (!$worker->work() && $worker->returnCode() === GEARMAN_IO_WAIT) {
        $worker->wait();
    }
    return $worker->returnCode() === GEARMAN_NO_JOBS;
});
echo $jobs->report();
?>
--EXPECT--
0 missing, 0 done twice
