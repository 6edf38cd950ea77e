<?php

declare(strict_types=1);

/** Only a failing test ever waits this long. A busy machine may give a test a hundredth of its time. */
const DEADLINE_SECONDS = 100.0;
const DEADLINE_MILLISECONDS = 100_000;

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
