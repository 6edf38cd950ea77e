<?php

// The rows of the benchmark, in the order of the table.

declare(strict_types=1);

/** @return list<Row> */
function rows(Implementation $ours, string $pages): array
{
    // Payloads of php-gearman crawl; it gets fewer of them.
    $large = fn (string $label, int $size, int $count, array $slow, Figure ...$more) => new LoadRow(
        [new Figure($label, 'rate', near: 0.9), ...$more],
        'normal', $count, warmup: 1, size: $size, worker: true, slow: $slow,
    );
    $tasks = fn (string $label, int $count, float $floor, Figure ...$more) => new LoadRow(
        [new Figure($label, 'rate', $floor), ...$more],
        'tasks-background', $count, warmup: 500, queues: true, limit: '',
    );
    $call = fn (string $label, string $load) => new LoadRow(
        [new Figure($label, 'rate', 1.1)],
        $load, 3_000_000, warmup: 10_000, limit: '',
    );
    $new_client = fn (string $label, float $floor, array $settings) => new LoadRow(
        [new Figure($label, 'rate', $floor)],
        'connect', 3_000, warmup: 100, queues: true, settings: $settings,
    );

    $rows = [
        new LoadRow([new Figure('ping 64 B', 'rate', 1.1, 0.9)], 'ping', 15_000, warmup: 1_000),
        new LoadRow(
            [new Figure('doBackground 64 B', 'rate', 1.1, 0.9), new Figure('doBackground 64 B: CPU each', 'cpu', 0.65)],
            'background', 15_000, warmup: 1_000, queues: true,
        ),
        new LoadRow([new Figure('doNormal 64 B, own worker', 'rate', 1.1, 0.9)], 'normal', 8_000, warmup: 500, worker: true),
        new LoadRow(
            [new Figure('work(), draining 15,000', 'rate', 1.1, 0.9), new Figure('work(): CPU each', 'cpu', 0.9)],
            'work', 15_000, warmup: 1_000, filled: true,
        ),
        $ours->has('gearman.prefetch') ? new LoadRow(
            [new Figure('work(), draining 60,000, gearman.prefetch=16', 'rate', 3.0)],
            'work', 60_000, warmup: 1_000, filled: true, settings: ['gearman.prefetch' => 16], limit: 'prefetch',
        ) : null,
        $ours->has('gearman.regrab_interval') ? new LoadRow(
            [new Figure('run(), draining 60,000; php-gearman: work()', 'rate', 3.0)],
            'run', 60_000, warmup: 1_000, filled: true, limit: 'prefetch',
        ) : null,
        new LoadRow(
            [
                new Figure('addTask + runTasks, 20,000, own worker', 'rate', 1.1),
                new Figure('addTask + runTasks: CPU of the client each', 'cpu', 0.65),
            ],
            'tasks', 20_000, warmup: 500, worker: true, limit: '',
        ),
        $tasks('addTaskBackground + runTasks, 5,000', 5_000, 1.5),
        $tasks('addTaskBackground + runTasks, 50,000', 50_000, 1.5),
        $tasks('addTaskBackground + runTasks, 200,000', 200_000, 2.0, new Figure('RSS after 200,000 tasks', 'memory', 0.4)),
        $new_client('new client + addServer + doBackground', 1.4, []),
        $ours->has('gearman.persistent')
            ? $new_client('new client + addServer + doBackground, gearman.persistent=1', 3.0, ['gearman.persistent' => 1])
            : null,
        $large('doNormal 200 KB, own worker', 200_000, 400, ['count' => 8, 'warmup' => 1, 'rounds' => PHP_INT_MAX]),
        $large('doNormal 1 MB, own worker', 1_000_000, 100, ['count' => 3, 'warmup' => 1, 'rounds' => PHP_INT_MAX]),
        $large(
            'doNormal 64 MB, own worker', 64 << 20, 3, ['count' => 1, 'warmup' => 0, 'rounds' => 1],
            new Figure('RSS of the client at 64 MB', 'memory', most: 192.0),
            new Figure('RSS of the worker at 64 MB', 'worker_memory', most: 192.0),
        ),
        $call('returnCode()', 'returnCode'),
        $call('timeout()', 'timeout'),
        $call('setTimeout()', 'setTimeout'),
        new PageRow(new Figure('page of php-fpm that queues one job', 'rate', 1.1), $pages),
        $ours->has('gearman.persistent')
            ? new PageRow(
                new Figure('page of php-fpm that queues one job, gearman.persistent=1', 'rate', 1.5),
                $pages, ['gearman.persistent' => 1],
            )
            : null,
        new StartRow(Callgrind::exists()),
    ];
    return array_values(array_filter($rows));
}
