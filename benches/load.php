<?php

// One measurement in one process: prints the operations per second. See benches/run.

[, $load, $count, $port] = $argv;
$count = (int) $count;
$function = $load . getmypid();
$workload = $load === 'large' ? str_repeat('x', 1_000_000) : 'hello';

function client(): GearmanClient
{
    $client = new GearmanClient();
    $client->addServer('127.0.0.1', (int) $GLOBALS['port']);
    return $client;
}

function worker(string $function, callable $callback): GearmanWorker
{
    $worker = new GearmanWorker();
    $worker->addServer('127.0.0.1', (int) $GLOBALS['port']);
    $worker->addFunction($function, $callback);
    return $worker;
}

$client = client();
if ($load === 'foreground' || $load === 'large') {
    $pid = pcntl_fork();
    if ($pid === 0) {
        $worker = worker($function, fn (GearmanJob $job) => $job->workload());
        while (true) {
            $worker->work();
        }
    }
    // The worker is there when it has answered once.
    $client->doNormal($function, 'first');
}
$queue = function (int $count) use ($client, $function, $workload): void {
    for ($i = 0; $i < $count; $i++) {
        $client->addTaskBackground($function, $workload);
    }
    $client->runTasks();
};
$measure = match ($load) {
    'ping' => function () use ($client, $count) {
        for ($i = 0; $i < $count; $i++) {
            $client->ping('x');
        }
    },
    'background' => function () use ($client, $count, $function, $workload) {
        for ($i = 0; $i < $count; $i++) {
            $client->doBackground($function, $workload);
        }
    },
    'foreground', 'large' => function () use ($client, $count, $function, $workload) {
        for ($i = 0; $i < $count; $i++) {
            $client->doNormal($function, $workload);
        }
    },
    // What a web request does: a new client, one job, gone.
    'request' => function () use ($count, $function, $workload) {
        for ($i = 0; $i < $count; $i++) {
            client()->doBackground($function, $workload);
        }
    },
    'tasks' => fn () => $queue($count),
    'work' => (function () use ($queue, $count, $function) {
        $queue($count);
        $worker = worker($function, fn () => null);
        return function () use ($worker, $count) {
            for ($i = 0; $i < $count; $i++) {
                $worker->work();
            }
        };
    })(),
};
$begin = hrtime(true);
$measure();
$seconds = (hrtime(true) - $begin) / 1e9;
if (isset($pid)) {
    posix_kill($pid, SIGKILL);
}
printf("%.1f\n", $count / $seconds);
