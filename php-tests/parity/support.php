<?php

// Everything a case needs, in one require. A case prints what it sees; the ledger compares what two extensions print.

declare(strict_types=1);

require_once __DIR__ . '/../support/all.php';

const LOOPBACK = '127.0.0.1';

/**
 * What the server says of a function.
 *
 * @return array{jobs: int, running: int, workers: int}
 */
function queue(string $function): array
{
    return Gearmand::shared()->admin->queue($function);
}

/** @return list<array{id: string, functions: list<string>}> the workers that offer a function */
function workers_of(string $function): array
{
    return Gearmand::shared()->admin->workersOf($function);
}

/** Prints a value on one line, after a label. */
function show(string $label, mixed $value): void
{
    echo "{$label}: ", inline($value), "\n";
}

function inline(mixed $value): string
{
    return match (true) {
        is_string($value) => '"' . addcslashes($value, "\0..\37\177..\377") . '"',
        is_array($value) => '[' . implode(', ', array_map(
            fn ($key, $item) => (array_is_list($value) ? '' : "{$key} => ") . inline($item),
            array_keys($value),
            $value,
        )) . ']',
        is_object($value) => $value::class,
        default => strtolower(var_export($value, true)),
    };
}

/** Calls something and prints what it returned or threw, and the return code of the object it was called on. */
function attempt(string $label, callable $call, GearmanClient|GearmanWorker|GearmanJob|null $on = null): mixed
{
    $result = null;
    try {
        $result = $call();
        show($label, $result);
    } catch (Throwable $thrown) {
        printf("%s: %s (%d) %s\n", $label, $thrown::class, $thrown->getCode(), $thrown->getMessage());
    }
    if ($on !== null) {
        show('  return code', $on->returnCode());
    }
    return $result;
}

/** The code that an error text names. */
function named_code(string|false $error): string|false
{
    return $error !== false && preg_match('/\((GEARMAN_[A-Z_]+)\)/', $error, $found) ? $found[1] : $error;
}

/** A port on which nothing answers. The connection is accepted by the kernel and never read. */
function silent_port(): int
{
    static $listeners = [];
    $listeners[] = $listener = stream_socket_server('tcp://' . LOOPBACK . ':0');
    return (int) substr(strrchr(stream_socket_get_name($listener, false), ':'), 1);
}

/** Prints what a task says of itself. */
function show_task(string $label, GearmanTask $task): void
{
    printf(
        "%s: %s unique %s known %s running %s %s/%s data %s (%s) handle %s code %s\n",
        $label,
        inline($task->functionName()),
        inline($task->unique()),
        inline($task->isKnown()),
        inline($task->isRunning()),
        inline($task->taskNumerator()),
        inline($task->taskDenominator()),
        inline($task->data()),
        inline($task->dataSize()),
        inline($task->jobHandle()),
        inline($task->returnCode()),
    );
}

/** Sets every callback to one that prints the event. */
function show_events(GearmanClient $client): void
{
    foreach (['Created', 'Data', 'Warning', 'Status', 'Complete', 'Exception', 'Fail'] as $event) {
        $client->{"set{$event}Callback"}(static function (GearmanTask $task, ...$context) use ($event) {
            show_task($event, $task);
            if ($context !== []) {
                show('  context', $context);
            }
        });
    }
}

const DRAINED_JOBS = 100;

/** What libgearman grabs with. The extension has no constant for it. */
const GRAB_JOB_ALL = 39;

/**
 * Runs the body of a worker's loop until a queue is empty, on each of the four kinds of worker, and prints what became of the jobs.
 *
 * A body that waits where nothing is owed never gets to the last job: the worker without a timeout hangs, the other one is slow.
 *
 * @param callable(GearmanWorker): mixed $round
 */
function drain(callable $round): void
{
    foreach (['blocking' => 0, 'non-blocking' => GEARMAN_WORKER_NON_BLOCKING] as $kind => $option) {
        foreach (['no timeout' => -1, 'a timeout' => 1000] as $limit => $milliseconds) {
            $queue = unique_name('queue');
            for ($i = 0, $client = client(); $i < DRAINED_JOBS; $i++) {
                $client->doBackground($queue, (string) $i);
            }
            $done = [];
            $worker = worker([$queue => function (GearmanJob $job) use (&$done) {
                $done[] = (int) $job->workload();
            }]);
            $worker->addOptions($option);
            $worker->setTimeout($milliseconds);
            // A non-blocking worker needs two calls for a job, and an answer may come in two pieces.
            for ($rounds = 0; count($done) < DRAINED_JOBS && $rounds < 4 * DRAINED_JOBS; $rounds++) {
                $round($worker);
            }
            show("{$kind}, {$limit}", $done === range(0, DRAINED_JOBS - 1) ? 'every job, in order' : count($done) . ' jobs');
        }
    }
}

/** A server that owes every GRAB_JOB its answer until told to send it: "no job". What it was asked for, it tells the test. */
function hesitant_server(): ScriptedServer
{
    return ScriptedServer::start(function ($connection, Child $test) {
        while (($packet = Packet::read($connection)) !== null) {
            if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
                fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            } elseif ($packet->type === GEARMAN_COMMAND_PRE_SLEEP) {
                $test->send('told to sleep');
            } elseif (in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, GRAB_JOB_ALL], true)) {
                $test->send('asked');
                $test->receive();
                fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
            }
        }
    });
}
