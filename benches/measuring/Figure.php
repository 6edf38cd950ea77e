<?php

declare(strict_types=1);

/** One line of the table: which of a measurement's numbers it shows, and what it should reach. */
final readonly class Figure
{
    /**
     * @param string $key the number's name in the measurement
     * @param float|null $floor the ratio to php-gearman that we want to reach; where less is better, to stay below
     * @param float|null $near the same for the ratio to the limit
     * @param float|null $most what our own number may be at most
     */
    public function __construct(
        public string $label,
        public string $key,
        public ?float $floor = null,
        public ?float $near = null,
        public ?float $most = null,
    ) {
    }

    public function more_is_better(): bool
    {
        return $this->key === 'rate';
    }

    public function unit(): string
    {
        return match ($this->key) {
            'rate' => '/s',
            'cpu' => 'µs',
            'memory', 'worker_memory' => 'MiB',
            'instructions' => 'M',
        };
    }
}
