--TEST--
What is in hand when a signal comes is given back when it would take over a second
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->runner();
$at = 0;
$jobs->first = function () use ($jobs, &$at) {
    static $done = 0;
    if (++$done % 40 === 0 && $jobs->taken() > 2) {
        usleep(1_000_000);
        posix_kill(getmypid(), SIGTERM);
        $at = $jobs->done();
    }
};
echo $worker->run(), ' ', $jobs->done() - $at, "\n";
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
signal 1
0 missing, 0 done twice
