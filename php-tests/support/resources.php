<?php

declare(strict_types=1);

/** What the process occupies in memory, PHP's own heap and everything else. */
function resident_bytes(): int
{
    [, $pages] = explode(' ', file_get_contents('/proc/self/statm'));
    return (int) $pages * 4096;
}

/** The processor time that the process has used. */
function processor_seconds(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

/** The most memory that a process has occupied so far. */
function peak_kibibytes(int|string $process = 'self'): int
{
    preg_match('/^VmHWM:\s*(\d+)/m', file_get_contents("/proc/{$process}/status"), $match);
    return (int) $match[1];
}

/**
 * The sockets that the process holds, each with a number that no other socket has.
 *
 * @return list<string>
 */
function own_sockets(): array
{
    $links = array_map(fn (string $descriptor) => (string) @readlink($descriptor), glob('/proc/self/fd/*'));
    return array_values(array_filter($links, fn (string $link) => str_starts_with($link, 'socket:')));
}
