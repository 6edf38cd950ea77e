<?php

declare(strict_types=1);

/**
 * Whether an event loop would be told that there is something to do.
 *
 * @param resource $stream
 */
function is_readable_now($stream): bool
{
    $read = [$stream];
    $write = $except = null;
    return stream_select($read, $write, $except, 0) === 1;
}

/**
 * The event loop of these tests: calls whatever belongs to a stream that can be read from, until a condition holds.
 *
 * @param list<array{resource, callable}> $watched
 * @param callable(): bool $condition
 * @return int how many calls that took
 */
function loop(array $watched, callable $condition): int
{
    for ($calls = 0; !$condition();) {
        $read = array_column($watched, 0);
        $write = $except = null;
        if (stream_select($read, $write, $except, (int) DEADLINE_SECONDS) === 0) {
            throw new RuntimeException("after {$calls} calls, no stream can be read from");
        }
        foreach ($watched as [$stream, $call]) {
            if (in_array($stream, $read, true)) {
                $calls++;
                $call();
            }
        }
    }
    return $calls;
}

/** A client that does not wait, and writes down what comes back. */
function looping_client(array &$results, Gearmand ...$servers): GearmanRs\Client
{
    $client = rs_client(...$servers);
    $client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
    $client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
        $results[] = $task->data();
    });
    return $client;
}

/**
 * A worker that does not wait.
 *
 * @param array<string, callable> $functions
 */
function looping_worker(array $functions, Gearmand ...$servers): GearmanRs\Worker
{
    $worker = with_servers(new GearmanRs\Worker(), ...$servers);
    $worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
    foreach ($functions as $name => $function) {
        $worker->addFunction($name, $function);
    }
    return $worker;
}

/** Lets a worker do what it has to do, until its stream is silent. */
function settle(GearmanRs\Worker $worker): void
{
    eventually('the worker has nothing to do', function () use ($worker) {
        if (is_readable_now($worker->stream())) {
            @$worker->work();
        }
        return $worker->returnCode() === GEARMAN_NO_JOBS && !is_readable_now($worker->stream());
    });
}
