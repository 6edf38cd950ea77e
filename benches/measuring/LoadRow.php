<?php

declare(strict_types=1);

/** A load that runs in a process of its own; see benches/measured/loads.php and benches/tools/src/bin/limit/loads.rs. */
final class LoadRow implements Row
{
    /**
     * @param bool $worker a worker of the same implementation answers the jobs
     * @param bool $filled the jobs are in the queue before
     * @param bool $queues the jobs stay in the queue
     * @param array<string, int|string> $settings what php.ini says for gearman_rs
     * @param string|null $limit what the limit does instead, or '' when it does nothing
     * @param array{count: int, warmup: int, rounds: int} $slow what php-gearman does, where it takes minutes otherwise
     */
    public function __construct(
        private readonly array $figures,
        private readonly string $load,
        private readonly int $count,
        private readonly int $warmup,
        private readonly int $size = 64,
        private readonly bool $worker = false,
        private readonly bool $filled = false,
        private readonly bool $queues = false,
        private readonly array $settings = [],
        private readonly ?string $limit = null,
        private readonly array $slow = [],
    ) {
    }

    public function title(): string
    {
        return $this->figures[0]->label;
    }

    public function figures(): array
    {
        return $this->figures;
    }

    public function includes(Implementation $implementation, int $round): bool
    {
        return match ($implementation->name) {
            'limit' => $this->limit !== '',
            'php-gearman' => $round < ($this->slow['rounds'] ?? PHP_INT_MAX),
            default => true,
        };
    }

    public function measure(Implementation $implementation, Gearmand $server, Queue $queue): array
    {
        $is = $implementation->name;
        $load = $is === 'limit' ? $this->limit ?? $this->load : $this->load;
        ['count' => $count, 'warmup' => $warmup] = $is === 'php-gearman' && $this->slow !== [] ? $this->slow : get_object_vars($this);
        $implementation = $is === 'gearman_rs' ? $implementation->with($this->settings) : $implementation;

        if ($this->filled) {
            $queue->fill($warmup + $count, $this->size);
        }
        $worker = $this->worker ? new Background($implementation->worker($server->port, $queue->function)) : null;
        if ($worker !== null) {
            $queue->await_worker();
        }
        $measured = figures_of($implementation->load($load, $server->port, $queue->function, $count, $warmup, $this->size));
        $worker_memory = $worker?->peak_kibibytes();
        $worker?->stop();
        $queue->drain($this->queues ? $warmup + $count : 0);
        return [
            'rate' => $count / $measured['seconds'],
            'cpu' => $measured['cpu'] / $count * 1e6,
            'memory' => $measured['memory'] / 1024,
            'worker_memory' => $worker_memory / 1024,
        ];
    }

    public function finish(): void
    {
    }
}
