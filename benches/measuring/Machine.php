<?php

declare(strict_types=1);

/** What the figures were measured on. */
final class Machine
{
    /** @return array<string, string> */
    public static function describe(Implementation $theirs): array
    {
        preg_match('/^model name\s*:\s*(.+)$/m', file_get_contents('/proc/cpuinfo'), $model);
        preg_match('/^MemTotal:\s*(\d+)/m', file_get_contents('/proc/meminfo'), $memory);
        $processors = (int) preg_match_all('/^processor\s*:/m', file_get_contents('/proc/cpuinfo'));
        $system = parse_ini_string((string) @file_get_contents('/etc/os-release'))['PRETTY_NAME'] ?? php_uname('s');
        $versions = output_of($theirs->php('-r', 'echo phpversion("gearman"), " on libgearman ", gearman_version();'));
        return [
            'machine' => sprintf('%s, %d processors, %.1f GiB', $model[1] ?? php_uname('m'), $processors, $memory[1] / 1024 ** 2),
            'system' => "{$system}, Linux " . php_uname('r'),
            'PHP' => PHP_VERSION . (PHP_ZTS ? ', thread-safe' : ''),
            'php-gearman' => $versions,
            'gearman_rs' => 'commit ' . self::first_line('git describe --always --dirty'),
            'gearmand' => preg_replace('/^gearmand (\S+).*$/', '$1', self::first_line(escapeshellarg(Gearmand::binary()) . ' --version')),
            'rustc' => preg_replace('/^rustc (\S+).*$/', '$1', self::first_line('rustc --version')),
            'load when it began' => implode(' ', array_map(fn (float $load) => sprintf('%.2f', $load), sys_getloadavg())),
        ];
    }

    private static function first_line(string $command): string
    {
        return strtok(trim((string) shell_exec("{$command} 2>/dev/null")), "\n") ?: 'unknown';
    }
}
