<?php

declare(strict_types=1);

/** A page in a real php-fpm that makes a client and queues one job. */
final class PageRow implements Row
{
    private const WARMUP = 400;
    private const REQUESTS = 4000;
    /** As many as php-fpm has children. */
    private const CONCURRENCY = 2;

    /** @var array<string, Fpm> */
    private array $started = [];

    /** @var array<string, string> */
    private array $folders = [];

    /** @param array<string, int|string> $settings what php.ini says for gearman_rs */
    public function __construct(
        private readonly Figure $figure,
        private readonly string $pages,
        private readonly array $settings = [],
    ) {
    }

    public function title(): string
    {
        return $this->figure->label;
    }

    public function figures(): array
    {
        return [$this->figure];
    }

    public function includes(Implementation $implementation, int $round): bool
    {
        return $implementation->name !== 'limit';
    }

    public function measure(Implementation $implementation, Gearmand $server, Queue $queue): array
    {
        $this->started[$implementation->name] ??= $this->start($implementation);
        $socket = $this->folders[$implementation->name] . '/fpm.sock';
        $query = http_build_query(['port' => $server->port, 'function' => $queue->function]);
        $ask = fn (int $requests) => figures_of([
            $this->pages, $socket, Implementation::measured('page.php'), $query, (string) $requests, (string) self::CONCURRENCY, 'queued',
        ]);
        $ask(self::WARMUP);
        $measured = $ask(self::REQUESTS);
        $queue->drain(self::WARMUP + self::REQUESTS);
        return ['rate' => self::REQUESTS / $measured['seconds']];
    }

    public function finish(): void
    {
        foreach ($this->started as $name => $fpm) {
            $fpm->stop();
            array_map('unlink', glob("{$this->folders[$name]}/*"));
            rmdir($this->folders[$name]);
        }
        $this->started = [];
    }

    private function start(Implementation $implementation): Fpm
    {
        $folder = $this->folders[$implementation->name] = sys_get_temp_dir() . '/fpm-' . bin2hex(random_bytes(8));
        mkdir($folder, 0700);
        return new Fpm($folder, $implementation->file, $implementation->name === 'gearman_rs' ? $this->settings : []);
    }
}
