--TEST--
A script that stops gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    exit(7);
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 7
0 missing, 0 done twice
