<?php

// What php-tests/parity/run does. It needs no module and no shared extension of PHP.

declare(strict_types=1);

require dirname(__DIR__, 2) . '/support/all.php';
foreach (['Difference', 'LedgerCase', 'Running', 'Side', 'line_diff', 'normalise', 'run_all'] as $file) {
    require __DIR__ . "/{$file}.php";
}

/** What scripts/test takes for "neither passed nor failed". */
const NOT_RUN = 77;

function module(string $what, string $variable, string $usual): string
{
    $path = getenv($variable) ?: $usual;
    return realpath($path) ?: throw new RuntimeException("{$what} is missing: {$path} does not exist");
}

/** Not every PHP has a php-gearman. */
function stop_without_oracle(): void
{
    $oracle = PHP_EXTENSION_DIR . '/gearman.so';
    if (getenv('ORACLE') === false && !is_file($oracle)) {
        printf("not run: there is no php-gearman for PHP %s to compare with (%s does not exist)\n", PHP_VERSION, $oracle);
        exit(NOT_RUN);
    }
}

/** @return list<Side> */
function sides(array $options): array
{
    $helpers = array_values(array_filter(['pcntl', 'posix'], fn (string $name) => !extension_loaded($name)));
    $sides = [];
    if (!in_array('--ours-only', $options, true)) {
        stop_without_oracle();
        $module = module('php-gearman (Debian: php8.2-gearman)', 'ORACLE', PHP_EXTENSION_DIR . '/gearman.so');
        $sides[] = $oracle = Side::of('php-gearman', $module, $helpers);
        if (!str_starts_with($oracle->version, '2.1.')) {
            throw new RuntimeException("{$module} is version {$oracle->version}; what is recorded is what php-gearman 2.1 prints");
        }
    }
    if (!in_array('--oracle-only', $options, true)) {
        $module = module('our module', 'MODULE', dirname(__DIR__, 3) . '/modules/gearman_rs.so');
        $sides[] = Side::of('gearman_rs', $module, $helpers);
    }
    return $sides;
}

/**
 * php-gearman 2.1 has races of its own: now and then it hangs, or tells of a server what is not known there yet. Where
 * its output is not what was expected it is asked twice more, one script at a time. Our module has one try.
 *
 * @param list<LedgerCase> $cases
 * @param list<Side> $sides
 * @param array<string, array<string, string>> $outcomes
 *
 * @return array<string, array<string, string>>
 */
function ask_again(array $cases, array $sides, array $environment, array $outcomes): array
{
    $oracle = array_values(array_filter($sides, fn (Side $side) => $side->name === 'php-gearman'));
    for ($try = 0; $try < 2 && $oracle !== []; $try++) {
        $doubtful = array_values(array_filter($cases, function (LedgerCase $case) use ($outcomes) {
            $outcome = $outcomes[$case->name];
            return $case->judge($outcome['php-gearman'], $outcome['gearman_rs'] ?? null) !== [];
        }));
        $outcomes = array_replace_recursive($outcomes, run_all($doubtful, $oracle, $environment, 1));
    }
    return $outcomes;
}

/** @param list<LedgerCase> $cases */
function ledger(array $cases, array $sides, array $options): int
{
    $server = Gearmand::start();
    $environment = [
        'GEARMAN_TEST_HOST' => $server->host,
        'GEARMAN_TEST_PORT' => (string) $server->port,
        'GEARMAND' => Gearmand::binary(),
    ] + getenv();
    unset($environment['GEARMAN_SERVERS']);
    $outcomes = ask_again($cases, $sides, $environment, run_all($cases, $sides, $environment, (int) (getenv('JOBS') ?: 4)));
    $failed = 0;
    foreach ($cases as $case) {
        $outcome = $outcomes[$case->name];
        if (in_array('--print', $options, true)) {
            foreach ($outcome as $side => $text) {
                echo "=== {$case->name} ({$side})\n{$text}\n";
            }
        }
        foreach ($problems = $case->judge($outcome['php-gearman'] ?? null, $outcome['gearman_rs'] ?? null) as $problem) {
            echo "FAIL {$case->name}: {$problem}\n";
        }
        $failed += $problems === [] ? 0 : 1;
    }
    return $failed;
}

try {
    $options = preg_grep('/^--/', array_slice($argv, 1));
    foreach (array_diff($options, ['--print', '--oracle-only', '--ours-only']) as $unknown) {
        throw new RuntimeException("unknown option {$unknown}");
    }
    $sides = sides($options);
    $version = array_column($sides, 'version', 'name')['php-gearman'] ?? Difference::OLDEST;
    $cases = LedgerCase::in(dirname(__DIR__) . '/cases', array_values(array_diff(array_slice($argv, 1), $options)), $version);
    $failed = ledger($cases, $sides, $options);
} catch (RuntimeException $failure) {
    fwrite(STDERR, "php-tests/parity/run: {$failure->getMessage()}\n");
    exit(2);
}
$differing = count(array_filter($cases, fn (LedgerCase $case) => $case->differs()));
printf("%s\n", implode(' and ', array_map(fn (Side $side) => "{$side->name} {$side->version}", $sides)));
printf("%d cases, %d the same, %d different on purpose\n", count($cases), count($cases) - $differing, $differing);
printf("%d passed, %d failed\n", count($cases) - $failed, $failed);
exit($failed === 0 ? 0 : 1);
