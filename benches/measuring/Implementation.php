<?php

declare(strict_types=1);

/** One of those that are compared, and how its programs are called. */
final readonly class Implementation
{
    /** @param array<string, int|string> $settings what php.ini says, where it is an extension of PHP */
    private function __construct(public string $name, public string $file, private array $settings = [])
    {
    }

    public static function module(string $name, string $file): self
    {
        return new self($name, $file);
    }

    public static function limit(string $program): self
    {
        return new self('limit', $program);
    }

    /** @param array<string, int|string> $settings */
    public function with(array $settings): self
    {
        return new self($this->name, $this->file, [...$this->settings, ...$settings]);
    }

    /** Whether this build knows a setting. */
    public function has(string $setting): bool
    {
        return trim(output_of($this->php('-r', "echo (int) (ini_get('{$setting}') !== false);"))) === '1';
    }

    /** @return list<string> */
    public function load(string $load, int $port, string $function, int $count, int $warmup, int $size): array
    {
        $arguments = [$load, ...array_map('strval', [$port, $function, $count, $warmup, $size])];
        return $this->name === 'limit' ? [$this->file, ...$arguments] : $this->php(self::measured('load.php'), ...$arguments);
    }

    /** @return list<string> */
    public function worker(int $port, string $function): array
    {
        return $this->name === 'limit'
            ? [$this->file, 'worker', (string) $port, $function]
            : $this->php(self::measured('worker.php'), (string) $port, $function);
    }

    /**
     * PHP with this extension and nothing else.
     *
     * @return list<string>
     */
    public function php(string ...$arguments): array
    {
        $command = [PHP_BINARY, '-n', '-d', 'memory_limit=-1'];
        foreach (['extension' => $this->file, ...$this->settings] as $setting => $value) {
            array_push($command, '-d', "{$setting}={$value}");
        }
        return [...$command, ...$arguments];
    }

    public static function measured(string $file): string
    {
        return dirname(__DIR__) . "/measured/{$file}";
    }
}
