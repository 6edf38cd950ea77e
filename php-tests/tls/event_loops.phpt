--TEST--
Event loops and Fibers over TLS, with more data than one read brings
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
start_tls_worker(['function' => fn (GearmanJob $job) => strrev($job->workload())], $server);
$loads = array_map(fn (int $size) => random_bytes($size), [10, 20_000, 300_000, 1]);

// Many small packets come in one record, and a large one in many.
$results = [];
$client = trusting(new GearmanRs\Client(), $server);
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = strrev($task->data());
});
foreach ([...$loads, ...range(1, 100)] as $load) {
    $client->addTask('function', (string) $load);
}
loop([[$client->stream(), $client->runTasks(...)]], function () use (&$results) {
    return count($results) === 104;
});
$expected = array_map(strval(...), [...$loads, ...range(1, 100)]);
sort($results);
sort($expected);
var_dump($results === $expected, is_readable_now($client->stream()));

$scheduler = Scheduler::install();
$fibers = array_map(
    fn (string $load) => $scheduler->start(fn () => tls_client($server)->doNormal('function', $load)),
    $loads,
);
$scheduler->run();
var_dump(array_map(fn (Fiber $fiber) => strrev($fiber->getReturn()), $fibers) === $loads);
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
