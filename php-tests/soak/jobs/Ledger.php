<?php

declare(strict_types=1);

/** What one client has seen, a line for each thing, written at once: whoever dies has told everything before. */
final class Ledger
{
    /** Of so many jobs, one ends its worker. */
    private const EXITS = 1000;

    private const MOST_AHEAD_BYTES = 10_000;

    /** @var resource */
    private $file;

    private float $since = 0.0;

    private float $worst = 0.0;

    private int $number = 0;

    /** How long the lines are that tell of its jobs when they are done. */
    private int $length = 0;

    public function __construct(private readonly string $folder, private readonly string $client)
    {
        $this->file = fopen(self::path($folder, $client), 'a');
    }

    public static function path(string $folder, string $client): string
    {
        return "{$folder}/client-{$client}";
    }

    /** A name that no other job has. Some jobs end their worker the first time. */
    public function name(): string
    {
        $this->number++;
        $name = "{$this->client}-{$this->number}" . (mt_rand(1, self::EXITS) === 1 ? '-exit' : '');
        $this->length += strlen($name) + 1;
        return $name;
    }

    /** Whether another call is to be made. It waits while too much is still to be done. */
    public function goesOn(): bool
    {
        eventually('the workers keep up', function () {
            clearstatcache();
            return $this->isOver() || $this->length - filesize("{$this->folder}/done") < self::MOST_AHEAD_BYTES;
        }, SOAK_SECONDS);
        return !$this->isOver();
    }

    private function isOver(): bool
    {
        return file_exists("{$this->folder}/stop-clients");
    }

    /** A call begins. */
    public function begin(): void
    {
        $this->since = microtime(true);
        $this->worst = 0.0;
    }

    /** Something was heard that begins the call's timeout anew. */
    public function hear(): void
    {
        $now = microtime(true);
        $this->worst = max($this->worst, $now - $this->since);
        $this->since = $now;
    }

    /** The call is over. */
    public function end(): void
    {
        $this->hear();
        $this->write('call', sprintf('%.4f', $this->worst));
    }

    public function acknowledge(string $name, float $seconds): void
    {
        $this->write('acknowledged', $name, sprintf('%.4f', $seconds));
    }

    public function refuse(string $name, string $why): void
    {
        $this->write('refused', $name, $why);
    }

    /** A foreground job has ended: with its own result, another one's, or none. */
    public function result(string $name, string $data): void
    {
        $this->write($data === "done {$name}" ? 'result' : 'foreign', $name, $data);
    }

    /** A foreground job has ended without a result, for which there is this code. */
    public function lose(string $name, int $code): void
    {
        $this->write('lost', $name, (string) $code);
    }

    private function write(string ...$fields): void
    {
        fwrite($this->file, implode("\t", $fields) . "\n");
    }
}
