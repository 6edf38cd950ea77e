--TEST--
run() asks for jobs ahead when they are short, and restores what the setting says
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->runner();
$jobs->first = function () use ($jobs, $worker) {
    static $done = 0;
    if (++$done % 40 === 0 && $jobs->taken() > 1) {
        echo "ahead\n";
        $worker->stop();
    }
};
echo $worker->run(), "\n";
$jobs->first = null;
for ($i = 0; $i < 100; $i++) {
    $worker->work();
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
ahead
stopped
0 missing, 0 done twice
