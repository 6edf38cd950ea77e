<?php

declare(strict_types=1);

/** The table, on the terminal and in a file. */
final class Report
{
    public static function heading(): string
    {
        return self::row('', 'php-gearman', 'gearman_rs', 'limit', '×', '× limit', 'floor')
            . str_repeat('-', 150) . "\n";
    }

    public static function line(Line $line): string
    {
        $median = fn (string $name) => $line->measured($name) ? in_short($line->median($name)) . " {$line->figure->unit()}" : '–';
        return self::row(
            $line->figure->label,
            $median('php-gearman'),
            $median('gearman_rs'),
            $median('limit'),
            as_ratio($line->ratio('php-gearman')),
            as_ratio($line->ratio('limit')),
            self::floor($line),
        );
    }

    /**
     * @param list<Line> $lines
     * @param array<string, string> $machine
     */
    public static function markdown(array $lines, array $machine, string $command): string
    {
        $text = <<<TEXT
            # Results

            `{$command}` wrote this file. Each cell is the median of all rounds, with the least and the most.
            "×" is gearman_rs in units of php-gearman, "× limit" in units of a blocking socket that speaks just the needed
            packets (`benches/tools/src/bin/limit`). Of what is counted per second more is better, of everything else less.
            php-gearman's 64 MB take minutes, so it does them once.

            ![× php-gearman](results.svg)

            | | php-gearman | gearman_rs | limit | × | × limit | floor |
            |---|---|---|---|---|---|---|

            TEXT;
        $cell = fn (Line $line, string $name) => $line->measured($name)
            ? sprintf(
                '%s %s (%s – %s)',
                in_short($line->median($name)), $line->figure->unit(), in_short($line->least($name)), in_short($line->most($name)),
            )
            : '–';
        foreach ($lines as $line) {
            $cells = [
                $line->figure->label,
                ...array_map(fn (string $name) => $cell($line, $name), ['php-gearman', 'gearman_rs', 'limit']),
                '**' . as_ratio($line->ratio('php-gearman')) . '**',
                as_ratio($line->ratio('limit')),
                self::floor($line),
            ];
            $text .= '| ' . implode(' | ', $cells) . " |\n";
        }
        $text .= "\n| measured on | |\n|---|---|\n";
        foreach ($machine as $what => $value) {
            $text .= "| {$what} | {$value} |\n";
        }
        return $text;
    }

    private static function floor(Line $line): string
    {
        $floor = $line->floor();
        return $floor === '' || $line->reaches_its_floor() ? $floor : "{$floor}: missed";
    }

    private static function row(string $label, string ...$cells): string
    {
        $text = padded($label, 60);
        foreach ([-16, -16, -16, -7, -9] as $index => $width) {
            $text .= padded($cells[$index], $width);
        }
        return "{$text}  {$cells[5]}\n";
    }
}
