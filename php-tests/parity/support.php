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
