<?php

declare(strict_types=1);

/** The name of a return code that a hostile server can bring about. */
function code_name(int $code): string
{
    return match ($code) {
        GEARMAN_SUCCESS => 'GEARMAN_SUCCESS',
        GEARMAN_INVALID_MAGIC => 'GEARMAN_INVALID_MAGIC',
        GEARMAN_INVALID_COMMAND => 'GEARMAN_INVALID_COMMAND',
        GEARMAN_INVALID_PACKET => 'GEARMAN_INVALID_PACKET',
        GEARMAN_UNEXPECTED_PACKET => 'GEARMAN_UNEXPECTED_PACKET',
        GEARMAN_LOST_CONNECTION => 'GEARMAN_LOST_CONNECTION',
        GEARMAN_TIMEOUT => 'GEARMAN_TIMEOUT',
        default => (string) $code,
    };
}

/**
 * Makes each kind of call to a server that answers with the given bytes, and then one to which it answers well.
 * It prints what each call returned. No call may pass without a warning.
 *
 * @param callable(Packet): string $bytes
 */
function hostile_client_call(callable $bytes, bool $close = false): void
{
    $server = ScriptedServer::start(function ($connection) use ($bytes, $close) {
        while (($request = Packet::read($connection)) !== null) {
            if ($request->arguments[0] === 'good') {
                fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:good:1'));
                continue;
            }
            fwrite($connection, $bytes($request));
            if ($close) {
                return;
            }
        }
    });
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer('127.0.0.1', $server->port, false);
    $warnings = 0;
    set_error_handler(function (int $level) use (&$warnings) {
        $warnings++;
        return $level === E_WARNING;
    });
    $calls = [
        'doBackground' => fn () => $client->doBackground('bad', 'x'),
        'doNormal' => fn () => $client->doNormal('bad', 'x'),
        'jobStatus' => fn () => $client->jobStatus('bad'),
        'ping' => fn () => $client->ping('bad'),
    ];
    foreach ($calls as $name => $call) {
        $warnings = 0;
        $result = json_encode($call());
        $code = code_name($client->returnCode());
        echo "{$name}: {$result} {$code}", $warnings === 1 ? '' : " {$warnings} warnings", "\n";
    }
    echo 'and the next call: ', json_encode($client->doBackground('good', 'x')), "\n";
}

/**
 * Makes a worker's first connection answer GRAB with the given bytes, and the next one with a job.
 *
 * @param callable(): string $bytes
 */
function hostile_worker_call(callable $bytes): void
{
    $server = ScriptedServer::start(function ($connection, Child $test, int $number) use ($bytes) {
        while (($request = Packet::read($connection)) !== null) {
            if (in_array($request->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true)) {
                fwrite($connection, $number === 1
                    ? $bytes()
                    : Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:good:1', 'function', 'key', 'load'));
            }
        }
    });
    $worker = new GearmanWorker();
    $worker->setTimeout(DEADLINE_MILLISECONDS);
    $worker->addServer('127.0.0.1', $server->port, false);
    $ran = false;
    $worker->addFunction('function', function () use (&$ran) {
        $ran = true;
    });
    $warned = false;
    set_error_handler(function (int $level) use (&$warned) {
        return $warned = $level === E_WARNING;
    });
    echo json_encode($worker->work()), ' ', code_name($worker->returnCode()), $warned ? '' : ' without a warning';
    restore_error_handler();
    $worker->work();
    echo $ran ? ", then the job ran\n" : ", and the job did not run\n";
}
