<?php

declare(strict_types=1);

/**
 * Runs the generated calls of one class, each state in a process of its own, and prints what went wrong.
 *
 * @return int the number of calls
 */
function generated_calls(string $class, string ...$states): int
{
    // A server of their own: should gearmand not survive the odd calls, it takes no other test with it.
    $server = Gearmand::start();
    $environment = [
        'GEARMAN_TEST_HOST' => $server->host,
        'GEARMAN_TEST_PORT' => (string) $server->port,
        // The odd values are host names too. A resolver that nobody answers must not hold up the test.
        'RES_OPTIONS' => 'timeout:1 attempts:1',
    ];
    $calls = 0;
    foreach ($states as $state) {
        $child = run_php(['-d', 'memory_limit=512M', __DIR__ . '/generated_calls.php', $class, $state], $environment);
        if ($child['status'] !== 0 || preg_match('/^\d+$/', $child['output']) !== 1) {
            echo "{$class} {$state}: exit {$child['status']}, {$child['output']}\n";
        }
        $calls += (int) $child['output'];
    }
    return $calls;
}
