<?php

declare(strict_types=1);

/** One script, and what is expected of it. */
final class LedgerCase
{
    private const TIMEOUT_SECONDS = 10.0;

    private function __construct(
        public readonly string $name,
        public readonly string $script,
        public readonly ?Difference $difference,
    ) {
    }

    /**
     * @param list<string> $wanted names; none means all
     * @param string $version php-gearman's
     *
     * @return list<self>
     */
    public static function in(string $folder, array $wanted, string $version): array
    {
        $names = array_map(fn (string $path) => basename($path, '.php'), glob("{$folder}/*.php"));
        foreach (array_diff($wanted, $names) as $unknown) {
            throw new RuntimeException("no such case: {$unknown}");
        }
        foreach (glob("{$folder}/*.differs") as $path) {
            if (!in_array(basename($path, '.differs'), $names, true)) {
                throw new RuntimeException("{$path} has no script");
            }
        }
        return array_map(fn (string $name) => self::read($folder, $name, $version), $wanted ?: $names);
    }

    public function timeout(): float
    {
        return $this->difference?->timeout ?? self::TIMEOUT_SECONDS;
    }

    public function differs(): bool
    {
        return $this->difference?->shows() ?? false;
    }

    /**
     * @param string|null $oracle what php-gearman printed, or null when it was not asked
     * @param string|null $ours   what our module printed, or null when it was not asked
     *
     * @return list<string> what is wrong
     */
    public function judge(?string $oracle, ?string $ours): array
    {
        if (!$this->differs()) {
            return $this->judgeSame($oracle, $ours);
        }
        if ($oracle !== null && $oracle === $ours) {
            return ["both print the same, so {$this->difference->entry} no longer shows: remove {$this->name}.differs"];
        }
        return [
            ...self::unlike('php-gearman', $this->difference->oracle, $oracle),
            ...self::unlike('gearman_rs', $this->difference->ours, $ours),
        ];
    }

    /** @return list<string> */
    private function judgeSame(?string $oracle, ?string $ours): array
    {
        $problems = [];
        foreach (['php-gearman' => $oracle, 'gearman_rs' => $ours] as $side => $text) {
            if ($text === '') {
                $problems[] = "{$side} prints nothing, which proves nothing";
            } elseif ($text !== null && preg_match('/^\[(crash|exit|signal|timeout|stderr)\b|^Fatal error: /m', $text)) {
                $problems[] = "{$side} does not end as it should:\n{$text}";
            }
        }
        if ($problems === [] && $oracle !== null && $ours !== null && $oracle !== $ours) {
            $problems[] = "the sides differ, - php-gearman, + gearman_rs:\n" . line_diff($oracle, $ours);
        }
        return $problems;
    }

    /** @return list<string> */
    private static function unlike(string $side, string $expected, ?string $actual): array
    {
        return $actual === null || $actual === $expected
            ? []
            : ["{$side} does not print what is recorded, - recorded, + printed:\n" . line_diff($expected, $actual)];
    }

    private static function read(string $folder, string $name, string $version): self
    {
        $differs = "{$folder}/{$name}.differs";
        return new self($name, "{$folder}/{$name}.php", is_file($differs) ? Difference::read($differs, $version) : null);
    }
}
