<?php

declare(strict_types=1);

/**
 * Runs every case on every side, a few at a time.
 *
 * @param list<LedgerCase> $cases
 * @param list<Side> $sides
 * @param array<string, string> $environment
 *
 * @return array<string, array<string, string>> case name to side name to outcome
 */
function run_all(array $cases, array $sides, array $environment, int $atOnce): array
{
    $waiting = [];
    foreach ($cases as $case) {
        foreach ($sides as $side) {
            $waiting[] = [$case, $side];
        }
    }
    [$running, $outcomes] = [[], []];
    while ($waiting !== [] || $running !== []) {
        while ($waiting !== [] && count($running) < $atOnce) {
            $running[] = Running::start(...[...array_shift($waiting), $environment]);
        }
        foreach ($running as $key => $script) {
            $outcome = $script->outcome();
            if ($outcome !== null) {
                $outcomes[$script->case->name][$script->side->name] = $outcome;
                unset($running[$key]);
            }
        }
        usleep(5000);
    }
    return $outcomes;
}
