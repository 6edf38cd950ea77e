<?php

declare(strict_types=1);

/** What the module costs a PHP that does nothing else. */
final class StartRow implements Row
{
    public function __construct(private readonly bool $with_instructions)
    {
    }

    public function title(): string
    {
        return "php -r '' with the module";
    }

    public function figures(): array
    {
        $memory = new Figure("php -r '' with the module: RSS", 'memory', floor: 1.0);
        $instructions = new Figure("php -r '' with the module: instructions", 'instructions', floor: 1.0);
        return $this->with_instructions ? [$memory, $instructions] : [$memory];
    }

    public function includes(Implementation $implementation, int $round): bool
    {
        return $implementation->name !== 'limit';
    }

    public function measure(Implementation $implementation, Gearmand $server, Queue $queue): array
    {
        $status = output_of($implementation->php('-r', 'readfile("/proc/self/status");'));
        preg_match('/^VmHWM:\s*(\d+)/m', $status, $match);
        $figures = ['memory' => $match[1] / 1024];
        if ($this->with_instructions) {
            $figures['instructions'] = array_sum(Callgrind::run($implementation->php('-r', ''))) / 1e6;
        }
        return $figures;
    }

    public function finish(): void
    {
    }
}
