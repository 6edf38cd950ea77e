--TEST--
The end of the time limit gives the jobs in hand back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$child = Child::run(function () use ($jobs) {
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    ini_set('display_errors', '0');
    $jobs->first = function () {
        set_time_limit(1);
        while (true);
    };
    $worker->work();
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 255
0 missing, 0 done twice
