<?php

declare(strict_types=1);

/** Counts instructions. */
final class Callgrind
{
    public static function exists(): bool
    {
        return trim((string) shell_exec('command -v valgrind')) !== '';
    }

    /**
     * Runs a command under callgrind.
     *
     * @param list<string> $command
     * @return list<int> the instructions up to each call of gethostname() of the C library, and those after the last
     */
    public static function run(array $command): array
    {
        $folder = sys_get_temp_dir() . '/callgrind-' . bin2hex(random_bytes(8));
        mkdir($folder, 0700);
        try {
            output_of([
                'valgrind', '--tool=callgrind', '--dump-before=gethostname', "--callgrind-out-file={$folder}/out", ...$command,
            ]);
            // out.1, out.2 and so on; what was left at the end is in out.
            $files = [...glob("{$folder}/out.*"), "{$folder}/out"];
            natsort($files);
            return array_map(self::total(...), array_values($files));
        } finally {
            array_map('unlink', glob("{$folder}/*"));
            rmdir($folder);
        }
    }

    private static function total(string $file): int
    {
        if (preg_match('/^totals: (\d+)$/m', file_get_contents($file), $match) !== 1) {
            throw new RuntimeException("{$file} has no total");
        }
        return (int) $match[1];
    }
}
