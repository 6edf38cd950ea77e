<?php

// Promise 9: every phpt passes under each gearmand that can be had: the one that is installed, the newest of which a
// source can be had, an old one of Debian's, and those that GEARMANDS names, with colons between them.

declare(strict_types=1);

require __DIR__ . '/support.php';

/** @return array<string, string> paths by version */
function gearmands(): array
{
    exec(escapeshellarg(dirname(__DIR__) . '/tls/build-gearmand') . ' 2>/dev/null', $built);
    exec(escapeshellarg(__DIR__ . '/servers/old-gearmand') . ' 2>/dev/null', $built);
    $found = [];
    foreach (array_filter([Gearmand::binary(), ...$built, ...explode(':', (string) getenv('GEARMANDS'))], is_executable(...)) as $path) {
        preg_match('/gearmand (\S+)/', run_command([$path, '--version'])['output'], $match);
        $found[$match[1] ?? $path] ??= $path;
    }
    return $found;
}

/** @return array{int, list<string>} how many tests passed, and the names of the others */
function phpt_under(string $gearmand, string $log): array
{
    ['status' => $status, 'output' => $output] = run_command([dirname(__DIR__) . '/run'], ['GEARMAND' => $gearmand]);
    file_put_contents($log, $output);
    preg_match('/^Tests passed +: +(\d+)/m', $output, $passed);
    preg_match_all('/^(?:FAIL|SKIP|BORK|LEAK|WARN)\S* .*\[(.*?)\]/m', strtr($output, "\r", "\n"), $others);
    $names = array_map(fn (string $path) => basename(dirname($path)) . '/' . basename($path), array_unique($others[1]));
    return [(int) ($passed[1] ?? 0), $status !== 0 && $names === [] ? ["see {$log}"] : array_values($names)];
}

$logs = dirname(__DIR__, 2) . '/target/test-logs';
is_dir($logs) || mkdir($logs, recursive: true);
$verdicts = new Verdicts();
$figures = [];
foreach (gearmands() as $version => $gearmand) {
    [$passed, $others] = phpt_under($gearmand, "{$logs}/phpt-gearmand-{$version}.log");
    $verdicts->check("every phpt passes under gearmand {$version}", [], $others);
    $figures[] = "gearmand {$version}: {$passed} phpt passed" . ($others === [] ? '' : ', not ' . implode(', ', $others));
}
$verdicts->check('there is more than one gearmand', true, count($figures) > 1);
$verdicts->end(implode('; ', $figures));
