--TEST--
Fifty Fibers wait for a job each on one thread, and each gets its own result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fibers');
$scheduler = Scheduler::install();
$results = [];
for ($number = 0; $number < 50; $number++) {
    $scheduler->start(function () use ($function, $number, &$results) {
        $results[$number] = client()->doNormal($function, (string) $number);
    });
}
$queued = fn () => Gearmand::shared()->admin->queue($function)['jobs'];
$scheduler->run(fn () => $queued() === 50);
echo "waiting: {$scheduler->most}\nqueued: {$queued()}\n";
for ($worker = 0; $worker < 12; $worker++) {
    Child::run(function () use ($function) {
        GearmanRs\on_wait(null);
        $worker = worker([$function => function (GearmanJob $job) {
            usleep(200_000);
            return "done {$job->workload()}";
        }]);
        while ($worker->work()) {
        }
    });
}
eventually('the workers are there', fn () => count(Gearmand::shared()->admin->workersOf($function)) === 12);
$begun = microtime(true);
$scheduler->run();
ksort($results);
$expected = array_map(fn (int $number) => "done {$number}", range(0, 49));
echo 'each has its own: ', json_encode($results === $expected), "\n";
// Fifty times 200 ms on twelve workers is a second, and one after the other ten.
printf("in %.3f s\n", microtime(true) - $begun);
?>
--EXPECTF--
waiting: 50
queued: 50
each has its own: true
in %f s
