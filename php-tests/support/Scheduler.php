<?php

declare(strict_types=1);

/** Runs Fibers on one thread: what waits for Gearman is suspended until its stream can be read from, or its time is over. */
final class Scheduler
{
    /** The most Fibers that were suspended at once. */
    public int $most = 0;

    /** @var array<int, array{Fiber, resource, float|null}> */
    private array $waiting = [];

    public static function install(): self
    {
        $scheduler = new self();
        GearmanRs\on_wait($scheduler->wait(...));
        return $scheduler;
    }

    public function start(callable $body): Fiber
    {
        $fiber = new Fiber($body);
        $fiber->start();
        return $fiber;
    }

    /**
     * Until nobody waits, or a condition holds.
     *
     * @param callable(): bool|null $condition looked at before each round
     */
    public function run(?callable $condition = null): void
    {
        while ($this->waiting !== [] && ($condition === null || !$condition())) {
            $this->round();
        }
    }

    /** Forgets a Fiber that waits, and nothing else holds any more. */
    public function forget(Fiber $fiber): void
    {
        unset($this->waiting[spl_object_id($fiber)]);
    }

    /** @param resource $stream */
    private function wait($stream, ?float $seconds): void
    {
        $fiber = Fiber::getCurrent() ?? throw new LogicException('who waits is no Fiber');
        $id = spl_object_id($fiber);
        $this->waiting[$id] = [$fiber, $stream, $seconds === null ? null : microtime(true) + $seconds];
        $this->most = max($this->most, count($this->waiting));
        try {
            unset($fiber);
            Fiber::suspend();
        } finally {
            unset($this->waiting[$id]);
        }
    }

    private function round(): void
    {
        $ends = array_filter(array_column($this->waiting, 2), fn (?float $end) => $end !== null);
        // A condition is looked at from time to time, too.
        $left = max(0.0, min([microtime(true) + 0.1, ...$ends]) - microtime(true));
        $readable = array_column($this->waiting, 1);
        $write = $except = null;
        stream_select($readable, $write, $except, 0, (int) ceil($left * 1e6));
        foreach ($this->waiting as [$fiber, $stream, $end]) {
            if (in_array($stream, $readable, true) || ($end !== null && microtime(true) >= $end)) {
                $fiber->resume();
            }
        }
    }
}
