--TEST--
exit() in a callback gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    $jobs->first = fn () => exit(7);
    $worker->work();
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 7
0 missing, 0 done twice
