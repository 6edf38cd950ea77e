<?php

declare(strict_types=1);

/**
 * Takes out of a script's output what may differ between two runs: handles, generated uniques, made-up function names, object
 * numbers, places in files, and the wording of a warning. Equal handles and uniques stay equal.
 */
function normalise(string $output): string
{
    // From 8.4 a closure is named after its place.
    $output = preg_replace('/\{closure:[^}]*\}/', '{closure}', $output);
    $warning = '/^(Warning|Notice|Deprecated): (\S+\(\)): .*? in \S+ on line \d+$/ms';
    // In lower case: php-gearman 2.1.0 declares doLow() as dolow().
    $output = preg_replace_callback($warning, fn ($found) => "{$found[1]}: " . strtolower($found[2]), $output);
    $output = preg_replace('~ in \S+\.php(\(\d+\))?(:\d+| on line \d+)~', '', $output);
    $output = numbered('/H:[^:\s\'"]+:\d+/', 'HANDLE', $output);
    $output = numbered('/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/i', 'UUID', $output);
    $output = preg_replace('/(\w)-[0-9a-f]{12}\b/', '$1', $output);
    $output = preg_replace('/(\))#\d+ (\(\d+\) \{)/', '$1 $2', $output);
    $output = preg_replace('/^(object\(\w+\))#\d+ /m', '$1 ', $output);
    return trim(preg_replace('/\n{2,}/', "\n", $output));
}

/** Replaces what the pattern finds by WORD-1, WORD-2, ... in the order of the first appearance. */
function numbered(string $pattern, string $word, string $text): string
{
    $seen = [];
    return preg_replace_callback($pattern, function (array $found) use ($word, &$seen) {
        $seen[$found[0]] ??= count($seen) + 1;
        return "{$word}-{$seen[$found[0]]}";
    }, $text);
}
