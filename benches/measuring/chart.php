<?php

declare(strict_types=1);

/**
 * Draws the ratios to php-gearman.
 *
 * @param list<Line> $lines
 * @return string an SVG
 */
function chart(string $program, array $lines): string
{
    $input = tempnam(sys_get_temp_dir(), 'chart-');
    $rows = '';
    foreach ($lines as $line) {
        if ($line->measured('php-gearman')) {
            $rows .= implode("\t", [
                $line->figure->more_is_better() ? 'more' : 'less',
                $line->figure->label,
                $line->ratio('php-gearman'),
            ]) . "\n";
        }
    }
    file_put_contents($input, $rows);
    try {
        return output_of([$program, $input]);
    } finally {
        unlink($input);
    }
}
