--TEST--
A worker that is killed gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    $jobs->first = fn () => posix_kill(getmypid(), SIGKILL);
    $worker->work();
});
echo $child->wait(), "\n";
$jobs->finish();
// A result that gearmand has not read by then is lost, and its job is done again.
echo strtok($jobs->report(), ','), "\n";
?>
--EXPECT--
signal 9
0 missing
