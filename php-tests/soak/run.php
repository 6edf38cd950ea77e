<?php

// What php-tests/soak/run does. It needs no module and no shared extension of PHP.

declare(strict_types=1);

require __DIR__ . '/promises.php';

const REPOSITORY = __DIR__ . '/../..';
const NOT_RUN = 77;
const KEPT = REPOSITORY . '/target/soak';
const LOGS = REPOSITORY . '/target/test-logs';

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
    $process = proc_open([...$command, __DIR__ . "/{$promise}.php"], [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes, null, $environment);
    $proof = ['passed' => 0, 'failed' => 0, 'figures' => ''];
    is_dir(LOGS) || mkdir(LOGS, recursive: true);
    $log = fopen(LOGS . "/soak-{$promise}.log", 'w');
    while (($line = fgets($pipes[1])) !== false) {
        fwrite($log, $line);
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

/** Keeps what a full run has proved of one promise; those that are proved later have a row of the same page. */
function keep(string $promise, array $proof): void
{
    is_dir(KEPT) || mkdir(KEPT, recursive: true);
    $proof += ['date' => gmdate('Y-m-d'), 'commit' => told('git', 'rev-parse', '--short', 'HEAD')];
    file_put_contents(KEPT . "/{$promise}.json", json_encode($proof));
}

function promises_page(): string
{
    preg_match('/^model name\s*: (.*)$/m', (string) file_get_contents('/proc/cpuinfo'), $model);
    $gearmand = told('sh', '-c', 'PATH=$PATH:/usr/sbin:/usr/local/sbin; ${GEARMAND:-gearmand} --version | grep .');
    $page = "# The promises, proved\n\n"
        . "`make soak` wrote this page. It proves each promise with real servers, and with faults that it injects; what was submitted and\n"
        . "what was done is counted by name. A run takes less than an hour; `php-tests/soak/run jobs` proves one of them, and `make test` a\n"
        . "small part of each. A promise that does not hold is a fault: please report it.\n\n"
        . '- PHP ' . PHP_VERSION . ', ' . strtok($gearmand, '-') . ', ' . told('rustc', '--version') . "\n"
        . '- ' . php_uname('s') . ' ' . php_uname('r') . ', ' . told('nproc') . ' processors: ' . ($model[1] ?? php_uname('m')) . "\n\n"
        . "| promise | it holds | figures | proved |\n|---|---|---|---|\n";
    foreach (PROMISES as $promise => [$text]) {
        $proof = json_decode((string) @file_get_contents(KEPT . "/{$promise}.json"), true) ?? ['status' => NOT_RUN, 'figures' => 'not run'];
        $holds = match (true) {
            $proof['status'] === NOT_RUN => '–',
            $proof['failed'] === 0 => 'yes',
            default => '**no**',
        };
        $when = isset($proof['date']) ? sprintf('%s, %.0f s, %s', $proof['date'], $proof['seconds'], $proof['commit']) : '';
        $page .= "| {$text} | {$holds} | {$proof['figures']} | {$when} |\n";
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
$proofs = [];
foreach ($arguments ?: array_keys(PROMISES) as $promise) {
    $share = $isShort ? PROMISES[$promise][1] : 1;
    if ($share === null) {
        continue;
    }
    echo "{$promise}\n";
    $proofs[$promise] = prove($promise, getenv('SOAK_SHARE') ?: (string) $share, $module);
    printf("  %.0f s\n", $proofs[$promise]['seconds']);
    if (!$isShort && getenv('SOAK_SHARE') === false) {
        keep($promise, $proofs[$promise]);
        file_put_contents(REPOSITORY . '/docs/promises.md', promises_page());
    }
}
[$passed, $failed] = [array_sum(array_column($proofs, 'passed')), array_sum(array_column($proofs, 'failed'))];
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
