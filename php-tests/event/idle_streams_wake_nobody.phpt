--TEST--
An idle client and an idle worker wake their loop for nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function sleeps(): int
{
    preg_match('/^voluntary_ctxt_switches:\s*(\d+)/m', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}

$worker = looping_worker([unique_name('idle') => 'strlen']);
$results = [];
$client = looping_client($results);
$client->ping('x');
// Nobody does it, so there is nothing to do but to wait.
$client->addTask(unique_name('nobody'), 'x');
settle($worker);
eventually('the task is queued', function () use ($client) {
    is_readable_now($client->stream()) && $client->runTasks();
    return !is_readable_now($client->stream()) && $client->returnCode() === GEARMAN_IO_WAIT;
});
usleep(100_000);
while (is_readable_now($client->stream())) {
    $client->runTasks();
}
$read = [$client->stream(), $worker->stream()];
$write = $except = null;
$before = sleeps();
var_dump(stream_select($read, $write, $except, 2));
$grown = sleeps() - $before;
var_dump($grown <= 20 ?: $grown);
?>
--EXPECT--
int(0)
bool(true)
