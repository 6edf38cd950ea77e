<?php

declare(strict_types=1);

/** The two texts line by line, what they share once. */
function line_diff(string $old, string $new): string
{
    [$a, $b] = [explode("\n", $old), explode("\n", $new)];
    $shared = common_lengths($a, $b);
    $lines = [];
    for ($i = $j = 0; $i < count($a) || $j < count($b);) {
        if ($i < count($a) && $j < count($b) && $a[$i] === $b[$j]) {
            $lines[] = '  ' . $a[$i++];
            $j++;
        } elseif ($j === count($b) || ($i < count($a) && $shared[$i + 1][$j] >= $shared[$i][$j + 1])) {
            $lines[] = '- ' . $a[$i++];
        } else {
            $lines[] = '+ ' . $b[$j++];
        }
    }
    return implode("\n", $lines);
}

/**
 * @param list<string> $a
 * @param list<string> $b
 *
 * @return list<list<int>> at [i][j]: how many lines the rests from i and from j have in common
 */
function common_lengths(array $a, array $b): array
{
    $lengths = array_fill(0, count($a) + 1, array_fill(0, count($b) + 1, 0));
    for ($i = count($a) - 1; $i >= 0; $i--) {
        for ($j = count($b) - 1; $j >= 0; $j--) {
            $lengths[$i][$j] = $a[$i] === $b[$j]
                ? $lengths[$i + 1][$j + 1] + 1
                : max($lengths[$i + 1][$j], $lengths[$i][$j + 1]);
        }
    }
    return $lengths;
}
