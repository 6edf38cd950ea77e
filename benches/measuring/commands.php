<?php

declare(strict_types=1);

/** Nothing that is measured takes this long; php-gearman needs minutes for 64 MB. */
const COMMAND_SECONDS = 400.0;

/**
 * Runs a command to its end and returns what it printed. It dies with this process.
 *
 * @param list<string> $command
 */
function output_of(array $command): string
{
    $errors = tmpfile();
    $process = proc_open(
        ['setpriv', '--pdeathsig', 'KILL', ...$command],
        [['file', '/dev/null', 'r'], ['pipe', 'w'], $errors],
        $pipes,
    );
    stream_set_blocking($pipes[1], false);
    $output = '';
    $deadline = microtime(true) + COMMAND_SECONDS;
    while (!feof($pipes[1])) {
        [$read, $write, $except] = [[$pipes[1]], [], []];
        stream_select($read, $write, $except, 1);
        $output .= fread($pipes[1], 65536);
        if (microtime(true) > $deadline) {
            proc_terminate($process, 9);
            throw new RuntimeException('took more than ' . COMMAND_SECONDS . ' s: ' . implode(' ', $command));
        }
    }
    $status = proc_close($process);
    if ($status !== 0) {
        rewind($errors);
        throw new RuntimeException(implode(' ', $command) . " failed:\n{$output}" . stream_get_contents($errors));
    }
    return $output;
}

/**
 * Runs a command that prints its figures as JSON.
 *
 * @param list<string> $command
 * @return array<string, int|float>
 */
function figures_of(array $command): array
{
    return json_decode(output_of($command), true, flags: JSON_THROW_ON_ERROR);
}
