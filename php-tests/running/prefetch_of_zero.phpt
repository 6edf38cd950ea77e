--TEST--
run(prefetch: 0) asks for no job ahead
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue(200);
$worker = $jobs->runner();
$most = 0;
$jobs->first = function () use ($jobs, &$most) {
    static $done = 0;
    if (++$done % 40 === 0) {
        $most = max($most, $jobs->taken());
    }
};
echo $worker->run(jobs: 200, prefetch: 0), ' ', $most, "\n";
echo $jobs->report();
?>
--EXPECT--
jobs 1
0 missing, 0 done twice
