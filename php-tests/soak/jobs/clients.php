<?php

// The four clients of the soak: each submits until it is told to stop, and writes down what it sees.

declare(strict_types=1);

const CALL_TIMEOUT_MILLISECONDS = 3000;

/**
 * @template T of GearmanClient
 * @param T $client
 * @param list<int> $ports
 * @return T
 */
function soak_servers(GearmanClient $client, array $ports): GearmanClient
{
    $client->setTimeout(CALL_TIMEOUT_MILLISECONDS);
    foreach ($ports as $port) {
        $client->addServer('127.0.0.1', $port, false);
    }
    return $client;
}

/** doBackground(), one job after the other. */
function submit_one_by_one(Ledger $ledger, string $function, array $ports): void
{
    $client = soak_servers(new GearmanClient(), $ports);
    while ($ledger->goesOn()) {
        $name = $ledger->name();
        $began = microtime(true);
        $ledger->begin();
        $handle = @$client->doBackground($function, $name);
        $ledger->end();
        $handle !== '' ? $ledger->acknowledge($name, microtime(true) - $began) : $ledger->refuse($name, $client->error());
    }
}

/** GearmanRs\Client: many background jobs at once, and one whose result is waited for. */
function submit_many(Ledger $ledger, string $function, array $ports): void
{
    $client = soak_servers(new GearmanRs\Client(), $ports);
    while ($ledger->goesOn()) {
        $names = array_map($ledger->name(...), range(1, 20));
        $began = microtime(true);
        $ledger->begin();
        $handles = @$client->doBackgroundMany($function, $names);
        $ledger->end();
        foreach ($names as $number => $name) {
            ($handles[$number] ?? null) !== null && $handles[$number] !== false && $handles[$number] !== ''
                ? $ledger->acknowledge($name, microtime(true) - $began)
                : $ledger->refuse($name, $client->error());
        }
        $name = $ledger->name();
        $ledger->begin();
        $result = @$client->doHigh($function, $name);
        $ledger->end();
        $client->returnCode() === GEARMAN_SUCCESS ? $ledger->result($name, $result) : $ledger->lose($name, $client->returnCode());
    }
}

/** runTasks(), with options or without: five jobs at a time, each of which knows its name. */
function run_tasks(Ledger $ledger, string $function, array $ports, int $options = 0): void
{
    $client = soak_servers(new GearmanClient(), $ports);
    $client->addOptions($options);
    $began = 0.0;
    $due = [];
    $client->setCreatedCallback(function (GearmanTask $task, string $name) use ($ledger, &$began, &$due) {
        $ledger->hear();
        $ledger->acknowledge("task {$name}", microtime(true) - $began);
        unset($due[$name]);
    });
    $client->setCompleteCallback(function (GearmanTask $task, string $name) use ($ledger) {
        $ledger->hear();
        $ledger->result($name, $task->data());
    });
    $client->setFailCallback(function (GearmanTask $task, string $name) use ($ledger) {
        $ledger->hear();
        $ledger->lose($name, $task->returnCode());
    });
    while ($ledger->goesOn()) {
        $due = [];
        for ($count = 0; $count < 5; $count++) {
            $name = $ledger->name();
            $due[$name] = true;
            $client->addTaskHigh($function, $name, $name);
        }
        $began = microtime(true);
        $ledger->begin();
        while (@$client->runTasks() && $client->returnCode() === GEARMAN_IO_WAIT && (@$client->wait() || $client->returnCode() === GEARMAN_IO_WAIT));
        $ledger->end();
        foreach (array_keys($due) as $name) {
            $ledger->refuse($name, $client->error());
        }
    }
}
