--TEST--
A fatal error in a callback gives the jobs in hand back
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
    $jobs->first = fn () => eval('class Twice {} class Twice {}');
    $worker->work();
});
echo $child->wait(), "\n";
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
exit 255
0 missing, 0 done twice
