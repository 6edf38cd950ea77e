--TEST--
A worker of short jobs has no more in hand than it may ask for ahead, and the next
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([1, 5, 64] as $limit) {
    ini_set('gearman.prefetch', (string) $limit);
    $jobs = Numbered::queue();
    $worker = $jobs->worker();
    $jobs->workAhead($worker);
    var_dump($jobs->taken() <= $limit + 1);
    unset($worker);
    $jobs->finish();
    echo $jobs->report();
}
?>
--EXPECT--
bool(true)
0 missing, 0 done twice
bool(true)
0 missing, 0 done twice
bool(true)
0 missing, 0 done twice
