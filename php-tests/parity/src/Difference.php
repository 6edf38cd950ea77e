<?php

declare(strict_types=1);

/** What cases/NAME.differs says: the entry that allows the difference, and what each side prints. */
final class Difference
{
    /** An entry of the README's table of differences, or the release whose API the oracle is too old for. */
    private const ENTRIES = '/^(B\d{1,2}|2\.2\.1)$/';

    private function __construct(
        public readonly string $entry,
        public readonly ?float $timeout,
        public readonly string $oracle,
        public readonly string $ours,
    ) {
    }

    public static function read(string $path): self
    {
        $parts = preg_split('/^--(php-gearman|gearman_rs)--\n/m', file_get_contents($path));
        if (count($parts) !== 3) {
            throw new RuntimeException("{$path}: --php-gearman-- and --gearman_rs-- are expected, in this order");
        }
        $keys = self::keys($parts[0]);
        foreach (['entry', 'why'] as $needed) {
            if (($keys[$needed] ?? '') === '') {
                throw new RuntimeException("{$path}: '{$needed}:' is missing");
            }
        }
        if (!preg_match(self::ENTRIES, $keys['entry'])) {
            throw new RuntimeException("{$path}: '{$keys['entry']}' is not an entry of the list of differences");
        }
        [$oracle, $ours] = [trim($parts[1]), trim($parts[2])];
        if ($oracle === $ours) {
            throw new RuntimeException("{$path}: both sides are expected to print the same");
        }
        return new self($keys['entry'], isset($keys['timeout']) ? (float) $keys['timeout'] : null, $oracle, $ours);
    }

    /** @return array<string, string> */
    private static function keys(string $head): array
    {
        preg_match_all('/^(\w+): *(.*)$/m', $head, $found);
        return array_combine($found[1], $found[2]);
    }
}
