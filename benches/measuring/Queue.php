<?php

declare(strict_types=1);

/** One function's queue on the server, as the benchmark fills, counts and empties it. */
final readonly class Queue
{
    public string $function;

    public function __construct(private Gearmand $server, private string $limit)
    {
        static $number = 0;
        $this->function = 'bench-' . ++$number;
    }

    public function fill(int $count, int $size): void
    {
        $arguments = array_map('strval', [$this->server->port, $this->function, $count, $size]);
        output_of([$this->limit, 'fill', ...$arguments]);
        $this->must_hold($count);
    }

    /** Empties the queue, which must have held so many. */
    public function drain(int $expected): void
    {
        $this->must_hold($expected);
        $drained = figures_of([$this->limit, 'drain', (string) $this->server->port, $this->function]);
        if ($drained['jobs'] !== $expected) {
            throw new RuntimeException("{$drained['jobs']} jobs were in the queue instead of {$expected}");
        }
        $this->must_hold(0);
    }

    /** The last result of a worker may still be on its way. */
    public function must_hold(int $expected): void
    {
        eventually("{$expected} jobs are in the queue", fn () => $this->jobs() === $expected);
    }

    public function await_worker(): void
    {
        eventually('the worker is there', fn () => $this->server->admin->queue($this->function)['workers'] === 1);
    }

    private function jobs(): int
    {
        return $this->server->admin->queue($this->function)['jobs'];
    }
}
