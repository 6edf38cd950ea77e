<?php

declare(strict_types=1);

/** Only a failing test ever waits this long. */
const DEADLINE_SECONDS = 20.0;

/**
 * Looks at a condition until it holds, and returns what it returned.
 *
 * @template T
 * @param callable(): T $condition
 * @return T
 */
function eventually(string $what, callable $condition, float $seconds = DEADLINE_SECONDS): mixed
{
    $deadline = microtime(true) + $seconds;
    while (true) {
        $result = $condition();
        if ($result) {
            return $result;
        }
        if (microtime(true) > $deadline) {
            throw new RuntimeException("waited {$seconds} s in vain: {$what}");
        }
        usleep(2000);
    }
}
