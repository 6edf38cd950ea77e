<?php

// Blocking code that does not block: ten doNormal() run at the same time, each in a fiber of its own, on one thread.
// Without the handler the same code would run one after the other.
//
//   php fibers.php localhost:4730        with ../worker/worker.php running

declare(strict_types=1);

/** Runs fibers, each until it waits for a stream, and each again when the stream is readable or its time is over. */
final class Loop
{
    /** @var array<int, array{Fiber, resource, ?float}> */
    private array $waiting = [];

    public function start(callable $code): void
    {
        $fiber = new Fiber($code);
        $this->note($fiber, $fiber->start());
    }

    /**
     * What a call waits for, the loop waits for.
     *
     * @param resource $stream
     */
    public function handle($stream, ?float $seconds): void
    {
        if (Fiber::getCurrent() !== null) {
            Fiber::suspend([$stream, $seconds === null ? null : microtime(true) + $seconds]);
            return;
        }
        // Outside of any fiber there is nothing else to do.
        $this->select([$stream], $seconds);
    }

    public function run(): void
    {
        while ($this->waiting !== []) {
            $ends = array_filter(array_column($this->waiting, 2), fn (?float $end) => $end !== null);
            $readable = $this->select(array_column($this->waiting, 1), $ends === [] ? null : min($ends) - microtime(true));
            $now = microtime(true);
            foreach ($this->waiting as $id => [$fiber, $stream, $end]) {
                if (in_array($stream, $readable, true) || ($end !== null && $end <= $now)) {
                    unset($this->waiting[$id]);
                    $this->note($fiber, $fiber->resume());
                }
            }
        }
    }

    /** @param ?array{resource, ?float} $wish */
    private function note(Fiber $fiber, ?array $wish): void
    {
        if (!$fiber->isTerminated()) {
            $this->waiting[spl_object_id($fiber)] = [$fiber, ...$wish];
        }
    }

    private function select(array $streams, ?float $seconds): array
    {
        $none = null;
        $seconds = $seconds === null ? null : max(0.0, $seconds);
        $whole = $seconds === null ? null : (int) $seconds;
        $micros = $seconds === null ? null : (int) (($seconds - $whole) * 1e6);
        stream_select($streams, $none, $none, $whole, $micros);
        return $streams;
    }
}

$servers = $argv[1] ?? 'localhost:4730';
$loop = new Loop();
GearmanRs\on_wait($loop->handle(...));
for ($number = 1; $number <= 10; $number++) {
    $loop->start(function () use ($servers, $number): void {
        $client = new GearmanClient();
        $client->addServers($servers);
        $result = $client->doNormal('reverse', "number {$number}");
        echo "fiber {$number}: {$result}\n";
    });
}
$loop->run();
