--TEST--
A signal handler that exits in a callback gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn () => exit(3));
    $jobs->first = fn () => posix_kill(getmypid(), SIGTERM);
    $worker->work();
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 3
0 missing, 0 done twice
