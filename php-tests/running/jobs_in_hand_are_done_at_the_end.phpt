--TEST--
What is in hand when a signal comes is done, when it is short
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->runner();
$at = null;
$jobs->first = function () use ($jobs, &$at) {
    static $done = 0;
    if ($at === null && ++$done % 40 === 0 && $jobs->taken() > 8) {
        posix_kill(getmypid(), SIGTERM);
        $at = $jobs->done();
    }
};
echo $worker->run(), "\n";
$more = $jobs->done() - $at;
// This one, those in hand, and those that were asked for with the answer of the one before.
var_dump($more > 1 && $more <= 18 ?: $more);
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
signal
bool(true)
0 missing, 0 done twice
