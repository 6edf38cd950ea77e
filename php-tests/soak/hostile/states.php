<?php

declare(strict_types=1);

/** How long a hostile call may wait; what the packet leaves unanswered waits for all of it. */
const HOSTILE_TIMEOUT_MILLISECONDS = 30;

/**
 * The states of a client and a worker: at which request the packet comes, after which bytes, and the call that meets it.
 *
 * @return array<string, array{int, string, callable, 3?: bool}>
 */
function client_states(): array
{
    $created = Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:good:1');
    $nonBlocking = static function (GearmanClient $client) {
        $client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
        $client->addTask('function', 'x');
        for ($calls = 0; $calls < 3 && $client->runTasks() && $client->returnCode() === GEARMAN_IO_WAIT; $calls++) {
            $client->wait();
        }
        $client->removeOptions(GEARMAN_CLIENT_NON_BLOCKING);
    };
    $task = static function (GearmanClient $client) {
        $client->addTask('function', 'x');
        $client->runTasks();
    };
    return [
        'option' => [GEARMAN_COMMAND_OPTION_REQ, '', fn ($client) => $client->enableExceptionHandler() && $client->ping('x')],
        'ping' => [GEARMAN_COMMAND_ECHO_REQ, '', fn ($client) => $client->ping('x')],
        'background job not acknowledged' => [GEARMAN_COMMAND_SUBMIT_JOB_BG, '', fn ($client) => $client->doBackground('function', 'x')],
        'many background jobs' => [GEARMAN_COMMAND_SUBMIT_JOB_BG, '', fn ($client) => $client->doBackgroundMany('function', ['x', 'y', 'z'])],
        'idle after a background job' => [GEARMAN_COMMAND_SUBMIT_JOB_BG, $created, fn ($client) => $client->doBackground('function', 'x')],
        'job not acknowledged' => [GEARMAN_COMMAND_SUBMIT_JOB, '', fn ($client) => $client->doNormal('function', 'x')],
        'job runs' => [GEARMAN_COMMAND_SUBMIT_JOB, $created, fn ($client) => $client->doNormal('function', 'x')],
        'task not acknowledged' => [GEARMAN_COMMAND_SUBMIT_JOB, '', $task],
        'task runs' => [GEARMAN_COMMAND_SUBMIT_JOB, $created, $task],
        'non-blocking task not acknowledged' => [GEARMAN_COMMAND_SUBMIT_JOB, '', $nonBlocking],
        'non-blocking task runs' => [GEARMAN_COMMAND_SUBMIT_JOB, $created, $nonBlocking],
        'status' => [GEARMAN_COMMAND_GET_STATUS, '', fn ($client) => $client->jobStatus('H:good:1')],
        'status by key' => [41, '', fn ($client) => $client->jobStatusByUniqueKey('key')],
    ];
}

/** @return array<string, array{int, string, callable, 3?: bool}> */
function worker_states(): array
{
    $assigned = Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:good:1', 'function', 'key', 'load');
    $work = static fn (GearmanWorker $worker) => $worker->work();
    return [
        'registered' => [GEARMAN_COMMAND_CAN_DO, '', $work],
        'asked for a job' => [GEARMAN_COMMAND_GRAB_JOB_UNIQ, '', $work],
        'asleep' => [GEARMAN_COMMAND_PRE_SLEEP, '', $work, true],
        'in a job' => [GEARMAN_COMMAND_GRAB_JOB_UNIQ, $assigned, static fn ($worker) => $worker->work() && $worker->work()],
        'grabbing by hand' => [GEARMAN_COMMAND_GRAB_JOB_UNIQ, '', static fn ($worker) => $worker->grabJob()],
        'running by itself' => [GEARMAN_COMMAND_GRAB_JOB_UNIQ, '', static fn ($worker) => $worker->run(jobs: 1, seconds: 0.03)],
        'with jobs in hand' => [GEARMAN_COMMAND_GRAB_JOB_UNIQ, $assigned, static fn ($worker) => $worker->run(jobs: 2, seconds: 0.03)],
    ];
}
