<?php

// What the programs of the soak share. Each proves one promise, prints what it checked and, last, its figures.

declare(strict_types=1);

require_once __DIR__ . '/../support/all.php';

/** The longest that one program may take; after it, whoever still runs ends by SIGALRM. */
const SOAK_SECONDS = 2400;

pcntl_alarm(SOAK_SECONDS);

/** This run's share of a number that `make soak` uses in full. */
function share_of(int $full, int $least = 1): int
{
    return max($least, (int) round($full * (float) (getenv('SOAK_SHARE') ?: '1')));
}

/** A folder that goes away with this process; in memory where that can be had, since a disk is everybody's. */
function soak_folder(): string
{
    $folder = (is_dir('/dev/shm') ? '/dev/shm' : sys_get_temp_dir()) . '/soak-' . bin2hex(random_bytes(6));
    mkdir($folder, 0700);
    at_the_end(static fn () => shell_exec('rm -rf ' . escapeshellarg($folder)));
    return $folder;
}

/** A child that may live as long as the soak. */
function soak_child(callable $body): Child
{
    return Child::run(static function (Child $parent) use ($body) {
        pcntl_alarm(SOAK_SECONDS);
        $body($parent);
    });
}

/** What was checked, and how it went. */
final class Verdicts
{
    private int $passed = 0;

    private int $failed = 0;

    public function check(string $what, mixed $expected, mixed $actual): void
    {
        if ($expected === $actual) {
            $this->passed++;
            echo "ok    {$what}\n";
            return;
        }
        $this->failed++;
        echo "FAIL  {$what}\n      expected ", self::shown($expected), "\n      got      ", self::shown($actual), "\n";
    }

    public function check_at_most(string $what, float $limit, float $actual): void
    {
        $this->check(sprintf('%s (%s, at most %s)', $what, self::number($actual), self::number($limit)), true, $actual <= $limit);
    }

    /** Prints the figures and the sum; never comes back. */
    public function end(string $figures): never
    {
        echo "figures: {$figures}\n{$this->passed} passed, {$this->failed} failed\n";
        exit($this->failed === 0 ? 0 : 1);
    }

    private static function shown(mixed $value): string
    {
        return substr((string) json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE), 0, 2000);
    }

    private static function number(float $number): string
    {
        return rtrim(rtrim(number_format($number, 3, '.', ','), '0'), '.');
    }
}
