--TEST--
A signal handler that ends the loop gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    $stopped = false;
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, function () use (&$stopped) {
        $stopped = true;
    });
    $jobs->first = fn () => posix_kill(getmypid(), SIGTERM);
    while (!$stopped) {
        $worker->work();
    }
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 0
0 missing, 0 done twice
