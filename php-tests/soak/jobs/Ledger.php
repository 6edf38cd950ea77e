<?php

declare(strict_types=1);

/** What one client has seen, a line for each thing, written at once: whoever dies has told everything before. */
final class Ledger
{
    /** @var resource */
    private $file;

    private float $since = 0.0;

    private float $worst = 0.0;

    private int $number = 0;

    public function __construct(string $path, private readonly string $client, private readonly string $stopFile)
    {
        $this->file = fopen($path, 'a');
    }

    /** A name that no other job has. Some jobs end their worker the first time. */
    public function name(): string
    {
        $this->number++;
        return "{$this->client}-{$this->number}" . (mt_rand(1, 300) === 1 ? '-exit' : '');
    }

    public function goesOn(): bool
    {
        clearstatcache();
        return !file_exists($this->stopFile);
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

    public function lose(string $name, string $why): void
    {
        $this->write('lost', $name, $why);
    }

    private function write(string ...$fields): void
    {
        fwrite($this->file, implode("\t", $fields) . "\n");
    }
}
