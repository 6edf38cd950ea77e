--TEST--
200,000 tasks that finish in the worst order cost linear time, and at most 200 bytes each beside PHP's objects
--INI--
memory_limit=1G
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** A server that acknowledges every task and, after the last one, completes them from the last to the first. */
function reversing_server(int $tasks): ScriptedServer
{
    return ScriptedServer::start(function ($connection) use ($tasks) {
        for ($number = 1; $number <= $tasks; $number++) {
            Packet::read($connection);
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, "H:job:{$number}"));
        }
        for ($number = $tasks; $number >= 1; $number--) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, "H:job:{$number}", (string) $number));
        }
        Packet::read($connection);
    });
}

/** What the process occupies beside PHP's own heap. */
function outside_bytes(): int
{
    return resident_bytes() - memory_get_usage(true);
}

/** @return array{seconds: float, bytes: int} the processor time of this process, and what a task occupies beside PHP's heap */
function cost_of(int $tasks): array
{
    $server = reversing_server($tasks);
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer('127.0.0.1', $server->port, false);
    $completed = 0;
    $sum = 0;
    $bytes = outside_bytes();
    $client->setCompleteCallback(function (GearmanTask $task) use (&$completed, &$sum, &$bytes) {
        // The first to be completed is the last that was added: now all of them are known and none is over.
        if ($completed === 0) {
            $bytes = outside_bytes() - $bytes;
        }
        $completed++;
        $sum += (int) $task->data();
    });
    $used = processor_seconds();
    for ($i = 0; $i < $tasks; $i++) {
        $client->addTask('function', 'x', null, 'u');
    }
    var_dump($client->runTasks(), $completed === $tasks, $sum === intdiv($tasks * ($tasks + 1), 2));
    $server->kill();
    return ['seconds' => processor_seconds() - $used, 'bytes' => $bytes];
}

$few = cost_of(20_000);
$many = cost_of(200_000);
// Ten times the tasks cost ten times the processor time, and a hundred times if it grew with the square of them.
var_dump($many['seconds'] < 40 * max($few['seconds'], 0.1) ?: [$few, $many]);
var_dump($many['bytes'] / 200_000 < 200 ?: $many['bytes']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
