--TEST--
An error handler that throws at the warning ends run(), and what is in hand goes back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->runner();
$jobs->first = function (GearmanJob $job) use ($jobs) {
    if ($job->workload() >= 500) {
        $jobs->note($job);
        throw new RuntimeException('no');
    }
};
set_error_handler(fn (int $level, string $text) => throw new ErrorException($text));
try {
    $worker->run();
} catch (ErrorException $exception) {
    echo str_replace($jobs->function, 'f', $exception->getMessage()), "\n";
}
eventually('nothing is in hand', fn () => $jobs->taken() === 0);
restore_error_handler();
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
GearmanRs\Worker::run(): run(GEARMAN_WORK_EXCEPTION) the callback of "f" threw RuntimeException: no
0 missing, 0 done twice
