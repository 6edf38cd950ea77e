--TEST--
A plain stream_select loop drives a client with 1,000 tasks and a worker
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('loop');
$results = [];
$client = looping_client($results);
$worker = looping_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
for ($number = 0; $number < 1000; $number++) {
    $client->addTask($function, "task {$number}");
}
$calls = loop(
    [[$client->stream(), $client->runTasks(...)], [$worker->stream(), fn () => @$worker->work()]],
    function () use (&$results) {
        return count($results) === 1000;
    },
);
$expected = array_map(fn (int $number) => strrev("task {$number}"), range(0, 999));
sort($results);
sort($expected);
var_dump(count($results), $results === $expected, $client->returnCode());
// A job is asked for, done and answered; the client may see an answer in two parts. A loop that spins calls without end.
var_dump($calls < 6000 ?: $calls);
settle($worker);
echo is_readable_now($client->stream()) ? "the client has something to do\n" : "silent\n";
?>
--EXPECT--
int(1000)
bool(true)
int(0)
bool(true)
silent
