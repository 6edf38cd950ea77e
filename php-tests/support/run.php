<?php

// What php-tests/run does. It needs no module and no shared extension of PHP.

declare(strict_types=1);

require __DIR__ . '/eventually.php';
require __DIR__ . '/at_the_end.php';
require __DIR__ . '/Admin.php';
require __DIR__ . '/Gearmand.php';

function stop(string $why): never
{
    fwrite(STDERR, "php-tests/run: {$why}\n");
    exit(2);
}

function existing(string $what, string ...$candidates): string
{
    foreach ($candidates as $candidate) {
        if (is_file($candidate)) {
            return realpath($candidate);
        }
    }
    stop("{$what} is missing: " . implode(' and ', $candidates) . (count($candidates) === 1 ? ' does' : ' do') . ' not exist');
}

/** @return list<string> */
function tests_under(string $root, array $arguments): array
{
    $paths = $arguments ?: array_unique(array_map('dirname', glob("{$root}/*/*.phpt")));
    return array_map(function (string $path) use ($root) {
        foreach ([$path, "{$root}/{$path}", dirname($root) . "/{$path}"] as $candidate) {
            if (file_exists($candidate)) {
                return realpath($candidate);
            }
        }
        stop("no such test: {$path}");
    }, $paths);
}

/** The extensions that the tests need and that this PHP has only as files. */
function shared_extensions(): array
{
    $shared = [];
    foreach (['pcntl', 'posix'] as $extension) {
        if (extension_loaded($extension)) {
            continue;
        }
        if (!is_file(PHP_EXTENSION_DIR . "/{$extension}.so")) {
            stop("this PHP has no {$extension} extension");
        }
        $shared[] = $extension;
    }
    return $shared;
}

/** @return array<string, int> how many tests ended in each way */
function tally(string $results): array
{
    $ways = array_map(fn (string $line) => strtok($line, "\t"), file($results, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES));
    return array_count_values($ways);
}

$root = dirname(__DIR__);
$arguments = array_slice($argv, 1);
$oracle = ($arguments[0] ?? '') === '--oracle';
if ($oracle) {
    array_shift($arguments);
}
$module = $oracle
    ? existing("the distribution's module", PHP_EXTENSION_DIR . '/gearman.so')
    : existing('the module (make build makes it)', getenv('MODULE') ?: dirname($root) . '/modules/gearman_rs.so');
// Debian keeps it below the API number, others do not.
$runTests = existing('run-tests.php', ...(getenv('RUN_TESTS') ? [getenv('RUN_TESTS')] : [
    PHP_EXTENSION_DIR . '/build/run-tests.php',
    PHP_LIBDIR . '/build/run-tests.php',
    ...glob(PHP_LIBDIR . '/*/build/run-tests.php'),
]));
$tests = tests_under($root, $arguments);
$extensions = [...shared_extensions(), $module];

try {
    $gearmand = Gearmand::binary();
    $server = Gearmand::start();
} catch (RuntimeException $failure) {
    stop($failure->getMessage());
}

$results = tempnam(sys_get_temp_dir(), 'gearman-results-');
$command = [PHP_BINARY, $runTests, '-q', '-n', '-p', PHP_BINARY, '-j' . (getenv('JOBS') ?: '4'), '-W', $results];
$command = [...$command, '-g', 'FAIL,XFAIL,XLEAK,SKIP,BORK,WARN,LEAK', '--show-diff', '--set-timeout', '600'];
foreach ($extensions as $extension) {
    array_push($command, '-d', "extension={$extension}");
}
$environment = [
    'GEARMAN_TEST_HOST' => $server->host,
    'GEARMAN_TEST_PORT' => (string) $server->port,
    'GEARMAN_TEST_EXTENSIONS' => implode(':', $extensions),
    'GEARMAND' => $gearmand,
];
$process = proc_open([...$command, ...$tests], [STDIN, STDOUT, STDERR], $pipes, $root, $environment + getenv());
$status = proc_close($process);

$tally = tally($results);
unlink($results);
$end = $server->unexpectedEnd();
if ($end !== null) {
    fwrite(STDERR, "php-tests/run: every test that came later had no server. {$end}\n");
}
$server->kill();
$unclean = array_diff_key($tally, ['PASSED' => true]);
if ($status !== 0 || $unclean !== [] || $tally === []) {
    fwrite(STDERR, 'php-tests/run: not every test passed: ' . json_encode($tally) . "\n");
    exit(1);
}
