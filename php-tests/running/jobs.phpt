--TEST--
run() does as many jobs as it may, has asked for no more, and leaves the others queued
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->runner();
foreach ([1, 2, 3, 100, 500] as $most) {
    $before = $jobs->done();
    echo $worker->run(jobs: $most), ' ', $jobs->done() - $before, "\n";
    eventually('nothing is in hand', fn () => $jobs->taken() === 0);
}
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
jobs 1
jobs 2
jobs 3
jobs 100
jobs 500
0 missing, 0 done twice
