<?php

// Promise 2: whatever is done however often, memory and descriptors are at the end what they were at a tenth of it.

declare(strict_types=1);

require __DIR__ . '/support.php';

const MOST_GROWTH_BYTES = 1024 * 1024;

/**
 * Does something so many times in a child, and tells what that process held at a tenth and at the end.
 *
 * @param callable(int, int): void $body is given the number of the first time and how many times it is to do it
 */
function held_by(int $times, int $step, callable $body): Child
{
    return soak_child(static function (Child $test) use ($times, $step, $body) {
        $body(0, $step);
        $held = [];
        $tenth = max($step, intdiv($times, 10));
        for ($done = $step; $done < $times; $done += $step) {
            if ($done >= $tenth && $held === []) {
                $held[] = held_now();
            }
            $body($done, $step);
        }
        $held[] = held_now();
        $test->send($held);
    });
}

/** @return array{int, int} bytes and descriptors */
function held_now(): array
{
    gc_collect_cycles();
    return [resident_bytes(), count(glob('/proc/self/fd/*'))];
}

/** A client and a worker in one circle with the object that uses them. */
final class Captured
{
    private GearmanClient $client;

    private GearmanWorker $worker;

    public int $completed = 0;

    public function __construct(Gearmand $server, string $function)
    {
        $this->client = client($server);
        $this->client->setCompleteCallback(fn () => $this->completed++);
        $this->client->setExceptionCallback(function () {
            $this->completed--;
        });
        $this->client->ping('x');
        $this->client->addTask($function, 'never run', $this);
        $this->worker = worker([$function => fn () => $this->completed, "{$function}-2" => [$this, 'never']], $server);
    }

    public function never(): void
    {
    }
}

$server = Gearmand::start();
$function = unique_name('memory');
$jobs = share_of(1_000_000, 20_000);
$tasks = share_of(200_000, 10_000);
$objects = share_of(10_000, 1000);

$client = client($server);
$submitting = held_by($jobs, 1000, function (int $first, int $count) use ($server, $function, &$own) {
    $own ??= client($server);
    for ($number = $first; $number < $first + $count; $number++) {
        if ($own->doBackground($function, (string) $number) === '') {
            throw new RuntimeException($own->error());
        }
    }
});
$seen = 0;
$working = held_by($jobs, 1000, function (int $first, int $count) use ($server, $function, &$worker, &$seen) {
    $worker ??= worker([$function => function (GearmanJob $job) use (&$seen) {
        $seen += (int) ($job->workload() !== '');
        return 'done';
    }], $server);
    while ($seen < $first + $count) {
        $worker->work() || throw new RuntimeException($worker->error());
    }
});
$answering = start_worker(["{$function}-task" => fn (GearmanJob $job) => strrev($job->workload())], $server);
$running = held_by($tasks, 500, function (int $first, int $count) use ($server, $function, &$runner) {
    $runner ??= client($server);
    $wrong = $count;
    $runner->setCompleteCallback(function (GearmanTask $task, string $expected) use (&$wrong) {
        $wrong -= (int) ($task->data() === $expected);
    });
    for ($number = $first; $number < $first + $count; $number++) {
        $runner->addTask("{$function}-task", "workload {$number}", strrev("workload {$number}"));
    }
    if (!$runner->runTasks() || $wrong !== 0) {
        throw new RuntimeException("{$wrong} results are missing or wrong: {$runner->error()}");
    }
});
$capturing = held_by($objects, 50, function (int $first, int $count) use ($server, $function) {
    for (; $count > 0; $count--) {
        new Captured($server, "{$function}-captured");
    }
    gc_collect_cycles();
});

$verdicts = new Verdicts();
$figures = [];
$rows = [
    [$jobs, 'doBackground', $submitting], [$jobs, 'jobs through one worker', $working],
    [$tasks, 'tasks with results', $running], [$objects, 'clients and workers that hold their owner', $capturing],
];
foreach ($rows as [$times, $what, $child]) {
    // The whole of it, and not only an answer.
    $how = $child->wait(SOAK_SECONDS);
    $verdicts->check("the process with {$times} {$what} ended well", 'exit 0', $how);
    [[$bytes, $descriptors], [$lastBytes, $lastDescriptors]] = $child->receive();
    $growth = $lastBytes - $bytes;
    $verdicts->check_at_most("KiB that {$times} {$what} added", MOST_GROWTH_BYTES / 1024, $growth / 1024);
    $verdicts->check("descriptors that {$times} {$what} left", 0, $lastDescriptors - $descriptors);
    $figures[] = number_format($times) . " {$what}: " . sprintf('%+d KiB, %+d descriptors', intdiv($growth, 1024), $lastDescriptors - $descriptors);
}
$verdicts->end(implode('; ', $figures));
