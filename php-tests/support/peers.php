<?php

declare(strict_types=1);

/** A function name that no other test uses. */
function unique_name(string $name): string
{
    return $name . '-' . bin2hex(random_bytes(6));
}

/** A client of the shared server, or of the given ones, with a deadline that only a failing test reaches. */
function client(Gearmand ...$servers): GearmanClient
{
    return with_servers(new GearmanClient(), ...$servers);
}

/** The same of the kind that can do more. */
function rs_client(Gearmand ...$servers): GearmanRs\Client
{
    return with_servers(new GearmanRs\Client(), ...$servers);
}

/**
 * @template T of GearmanClient|GearmanWorker
 * @param T $peer
 * @return T
 */
function with_servers(GearmanClient|GearmanWorker $peer, Gearmand ...$servers): GearmanClient|GearmanWorker
{
    $peer->setTimeout(DEADLINE_MILLISECONDS);
    foreach ($servers ?: [Gearmand::shared()] as $server) {
        $peer->addServer($server->host, $server->port);
    }
    return $peer;
}

/**
 * A worker on the shared server, or on the given ones, with a deadline that only a failing test reaches.
 *
 * @param array<string, callable> $functions
 */
function worker(array $functions = [], Gearmand ...$servers): GearmanWorker
{
    return with_functions(with_servers(new GearmanWorker(), ...$servers), $functions);
}

/**
 * The same that runs itself.
 *
 * @param array<string, callable> $functions
 */
function runner(array $functions = [], Gearmand ...$servers): GearmanRs\Worker
{
    return with_functions(with_servers(new GearmanRs\Worker(), ...$servers), $functions);
}

/**
 * @template T of GearmanWorker
 * @param T $worker
 * @param array<string, callable> $functions
 * @return T
 */
function with_functions(GearmanWorker $worker, array $functions): GearmanWorker
{
    foreach ($functions as $name => $function) {
        $worker->addFunction($name, $function);
    }
    return $worker;
}

/**
 * A worker in a child process that works until the test ends.
 *
 * @param array<string, callable> $functions
 */
function start_worker(array $functions, Gearmand ...$servers): Child
{
    return Child::run(function () use ($functions, $servers) {
        $worker = worker($functions, ...$servers);
        do {
            try {
                $worker->work();
            } catch (Exception) {
                continue;
            }
        } while (in_array($worker->returnCode(), [GEARMAN_SUCCESS, GEARMAN_WORK_FAIL, GEARMAN_WORK_EXCEPTION], true));
    });
}

/**
 * A port that swallows connection attempts, as a host behind a silent firewall does. It lasts as long as the result.
 *
 * @return object{port: int}
 */
function black_hole(): object
{
    // With a full backlog the kernel drops every further SYN.
    $context = stream_context_create(['socket' => ['backlog' => 1]]);
    $listener = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
    $address = stream_socket_get_name($listener, false);
    $held = [];
    do {
        $connection = @stream_socket_client("tcp://{$address}", $errno, $error, 0.2);
        $held[] = $connection;
    } while ($connection !== false);
    return new class ((int) substr(strrchr($address, ':'), 1), $listener, $held) {
        public function __construct(public readonly int $port, private $listener, private array $held)
        {
        }
    };
}
