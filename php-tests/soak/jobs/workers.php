<?php

// The four workers of the soak. Each notes a job before it answers for it.

declare(strict_types=1);

/** How a worker ends that a job tells to exit. */
const EXIT_IN_A_CALLBACK = 7;

/**
 * @template T of GearmanWorker
 * @param T $worker
 * @param list<int> $ports
 * @return T
 */
function soak_worker(GearmanWorker $worker, string $folder, string $function, array $ports): GearmanWorker
{
    $done = fopen("{$folder}/done", 'a');
    $worker->setTimeout(500);
    foreach ($ports as $port) {
        $worker->addServer('127.0.0.1', $port, false);
    }
    $worker->addFunction($function, function (GearmanJob $job) use ($folder, $done) {
        $name = $job->workload();
        if (str_ends_with($name, '-exit') && !file_exists("{$folder}/{$name}")) {
            touch("{$folder}/{$name}");
            exit(EXIT_IN_A_CALLBACK);
        }
        fwrite($done, "{$name}\n");
        return "done {$name}";
    });
    return $worker;
}

function goes_on(string $folder): bool
{
    clearstatcache();
    return !file_exists("{$folder}/stop-workers");
}

/** @return array<string, callable(string, string, list<int>): void> */
function soak_workers(): array
{
    $working = static function (string $folder, string $function, array $ports) {
        $worker = soak_worker(new GearmanWorker(), $folder, $function, $ports);
        while (goes_on($folder)) {
            @$worker->work();
        }
    };
    return [
        'work()' => $working,
        'non-blocking' => static function (string $folder, string $function, array $ports) {
            $worker = soak_worker(new GearmanWorker(), $folder, $function, $ports);
            $worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
            while (goes_on($folder)) {
                @$worker->work() || @$worker->wait();
            }
        },
        'prefetch' => static function (string $folder, string $function, array $ports) use ($working) {
            ini_set('gearman.prefetch', '8');
            $working($folder, $function, $ports);
        },
        'run()' => static function (string $folder, string $function, array $ports) {
            $worker = soak_worker(new GearmanRs\Worker(), $folder, $function, $ports);
            while (goes_on($folder)) {
                @$worker->run(seconds: 0.5);
            }
        },
    ];
}
