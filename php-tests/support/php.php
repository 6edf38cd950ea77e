<?php

declare(strict_types=1);

/**
 * The command that runs PHP with the module under test and nothing else.
 *
 * @return list<string>
 */
function php_command(string ...$arguments): array
{
    // From 8.5 a stack trace follows a fatal error.
    $command = [PHP_BINARY, '-n', '-d', 'fatal_error_backtraces=0'];
    foreach (explode(':', (string) getenv('GEARMAN_TEST_EXTENSIONS')) as $extension) {
        array_push($command, '-d', "extension={$extension}");
    }
    return [...$command, ...$arguments];
}

/**
 * Runs PHP to its end.
 *
 * @param list<string> $arguments
 * @param array<string, string> $environment
 * @return array{status: int, output: string} what it printed on both outputs, and its exit status (128 + n: signal n)
 */
function run_php(array $arguments, array $environment = []): array
{
    return run_command(php_command(...$arguments), $environment);
}

/**
 * @param list<string> $command
 * @param array<string, string> $environment
 * @return array{status: int, output: string}
 */
function run_command(array $command, array $environment = []): array
{
    $process = proc_open(
        $command,
        [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
        $pipes,
        null,
        $environment + getenv(),
    );
    $output = stream_get_contents($pipes[1]);
    $end = eventually('the command ends', static function () use ($process) {
        $status = proc_get_status($process);
        return $status['running'] ? null : $status;
    });
    return ['status' => $end['signaled'] ? 128 + $end['termsig'] : $end['exitcode'], 'output' => $output];
}
