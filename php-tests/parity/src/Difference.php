<?php

declare(strict_types=1);

/**
 * What cases/NAME.differs says: the entry that allows the difference, and what each side prints; php-gearman's side in as many
 * versions of it as print something else.
 */
final class Difference
{
    /** The oldest that is recorded. */
    public const OLDEST = '2.1.0';

    /** An entry of the table of differences in docs/switching.md, or the release whose API the oracle is too old for. */
    private const ENTRIES = '/^(B\d{1,2}|2\.2\.1)$/';

    private function __construct(
        public readonly string $entry,
        public readonly ?float $timeout,
        public readonly string $oracle,
        public readonly string $ours,
    ) {
    }

    /** @param string $version php-gearman's */
    public static function read(string $path, string $version): self
    {
        $parts = preg_split('/^--(php-gearman(?: [\d.]+)?|gearman_rs)--\n/m', file_get_contents($path), -1, PREG_SPLIT_DELIM_CAPTURE);
        $sides = array_map('trim', array_column(array_chunk(array_slice($parts, 1), 2), 1, 0));
        if (($parts[1] ?? '') !== 'php-gearman' || array_key_last($sides) !== 'gearman_rs') {
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
        if ($sides['php-gearman'] === $sides['gearman_rs']) {
            throw new RuntimeException("{$path}: both sides are expected to print the same");
        }
        $timeout = isset($keys['timeout']) ? (float) $keys['timeout'] : null;
        return new self($keys['entry'], $timeout, self::of($version, $sides), $sides['gearman_rs']);
    }

    /** Whether this php-gearman is one that it shows in. */
    public function shows(): bool
    {
        return $this->oracle !== $this->ours;
    }

    /** @param array<string, string> $sides in the order of their versions */
    private static function of(string $version, array $sides): string
    {
        $text = $sides['php-gearman'];
        foreach ($sides as $side => $newer) {
            if (sscanf($side, 'php-gearman %s', $since) === 1 && version_compare($version, $since, '>=')) {
                $text = $newer;
            }
        }
        return $text;
    }

    /** @return array<string, string> */
    private static function keys(string $head): array
    {
        preg_match_all('/^(\w+): *(.*)$/m', $head, $found);
        return array_combine($found[1], $found[2]);
    }
}
