<?php

// What php-tests/soak/run does. It needs no module and no shared extension of PHP.

declare(strict_types=1);

require __DIR__ . '/promises.php';

const REPOSITORY = __DIR__ . '/../..';
const NOT_RUN = 77;

/** The extensions that the programs need and that this PHP has only as files, and the module. */
function extensions(string $module): string
{
    $shared = array_filter(['pcntl', 'posix'], static fn (string $extension) => !extension_loaded($extension));
    return implode(':', [...array_map(static fn (string $extension) => PHP_EXTENSION_DIR . "/{$extension}.so", $shared), $module]);
}

/**
 * Runs the program of one promise, and shows what it says.
 *
 * @return array{status: int, passed: int, failed: int, figures: string, seconds: float}
 */
function prove(string $promise, string $share, string $module): array
{
    $extensions = extensions($module);
    $command = [PHP_BINARY, '-n'];
    foreach (explode(':', $extensions) as $extension) {
        array_push($command, '-d', "extension={$extension}");
    }
    $environment = ['GEARMAN_TEST_EXTENSIONS' => $extensions, 'MODULE' => $module, 'SOAK_SHARE' => $share] + getenv();
    $began = microtime(true);
    $process = proc_open([...$command, __DIR__ . "/{$promise}.php"], [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes, null, $environment);
    $proof = ['passed' => 0, 'failed' => 0, 'figures' => ''];
    while (($line = fgets($pipes[1])) !== false) {
        if (sscanf($line, '%d passed, %d failed', $passed, $failed) === 2) {
            $proof = ['passed' => $passed, 'failed' => $failed] + $proof;
            continue;
        }
        if (preg_match('/^(?:figures: (.*)|(not run: .*))$/', $line, $match)) {
            $proof['figures'] = $match[1] ?: $match[2];
        }
        echo "  {$line}";
    }
    $proof['status'] = proc_close($process);
    // It ended before it came to its sum.
    if ($proof['failed'] === 0 && !in_array($proof['status'], [0, NOT_RUN], true)) {
        $proof['failed'] = 1;
    }
    return $proof + ['seconds' => microtime(true) - $began];
}

/** What a program says in one line. */
function told(string ...$command): string
{
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes, REPOSITORY);
    $line = trim((string) fgets($pipes[1]));
    proc_close($process);
    return $line;
}

/** @param array<string, array<string, mixed>> $proofs */
function promises_page(array $proofs, float $seconds): string
{
    preg_match('/^model name\s*: (.*)$/m', (string) file_get_contents('/proc/cpuinfo'), $model);
    $gearmand = told('sh', '-c', 'PATH=$PATH:/usr/sbin:/usr/local/sbin; ${GEARMAND:-gearmand} --version');
    $page = "# The promises, proved\n\n"
        . "`make soak` wrote this page. It proves each promise with real servers, and with faults that it injects; what was submitted and\n"
        . "what was done is counted by name. A run takes less than an hour; `php-tests/soak/run jobs` proves one of them, and `make test` a\n"
        . "small part of each. A promise that does not hold is a fault: please report it.\n\n"
        . '- ' . gmdate('Y-m-d') . ', ' . round($seconds / 60) . ' minutes, commit ' . told('git', 'rev-parse', '--short', 'HEAD') . "\n"
        . '- PHP ' . PHP_VERSION . ', ' . strtok($gearmand, '-') . ', ' . told('rustc', '--version') . "\n"
        . '- ' . php_uname('s') . ' ' . php_uname('r') . ', ' . trim(told('nproc')) . ' processors: ' . ($model[1] ?? php_uname('m')) . "\n\n"
        . "| promise | it holds | figures |\n|---|---|---|\n";
    foreach ($proofs as $promise => $proof) {
        $holds = match (true) {
            $proof['status'] === NOT_RUN => '–',
            $proof['failed'] === 0 => 'yes',
            default => '**no**',
        };
        $page .= '| ' . PROMISES[$promise][0] . " | {$holds} | {$proof['figures']} |\n";
    }
    return $page;
}

$arguments = array_slice($argv, 1);
$isShort = ($arguments[0] ?? '') === '--short';
if ($isShort) {
    array_shift($arguments);
}
$unknown = array_diff($arguments, array_keys(PROMISES));
if ($unknown !== []) {
    fwrite(STDERR, 'php-tests/soak/run: no such promise: ' . implode(', ', $unknown) . '; there are ' . implode(', ', array_keys(PROMISES)) . "\n");
    exit(2);
}
$module = realpath(getenv('MODULE') ?: REPOSITORY . '/modules/gearman_rs.so');
if ($module === false) {
    fwrite(STDERR, "php-tests/soak/run: the module is missing; run make build\n");
    exit(2);
}
$began = microtime(true);
$proofs = [];
foreach ($arguments ?: array_keys(PROMISES) as $promise) {
    $share = $isShort ? PROMISES[$promise][1] : 1;
    if ($share === null) {
        continue;
    }
    echo "{$promise}\n";
    $proofs[$promise] = prove($promise, getenv('SOAK_SHARE') ?: (string) $share, $module);
    printf("  %.0f s\n", $proofs[$promise]['seconds']);
}
// Of all of them only: a page of some would say less than the last one.
if (!$isShort && $arguments === []) {
    file_put_contents(REPOSITORY . '/docs/promises.md', promises_page($proofs, microtime(true) - $began));
}
[$passed, $failed] = [array_sum(array_column($proofs, 'passed')), array_sum(array_column($proofs, 'failed'))];
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
