<?php

declare(strict_types=1);

/** One line of the table: a figure, and what each implementation reached in all rounds. */
final readonly class Line
{
    /** @param array<string, list<float>> $values by implementation */
    public function __construct(public Figure $figure, private array $values)
    {
    }

    public function measured(string $name): bool
    {
        return ($this->values[$name] ?? []) !== [];
    }

    public function median(string $name): float
    {
        $values = $this->values[$name];
        sort($values);
        $middle = intdiv(count($values), 2);
        return count($values) % 2 === 1 ? $values[$middle] : ($values[$middle - 1] + $values[$middle]) / 2;
    }

    public function least(string $name): float
    {
        return min($this->values[$name]);
    }

    public function most(string $name): float
    {
        return max($this->values[$name]);
    }

    /** Our median in units of another one's. */
    public function ratio(string $to): ?float
    {
        return $this->measured($to) ? $this->median('gearman_rs') / $this->median($to) : null;
    }

    /** What should be reached, in words; '' where nothing is asked. */
    public function floor(): string
    {
        $sign = $this->figure->more_is_better() ? '≥' : '≤';
        $parts = [];
        if ($this->figure->floor !== null) {
            $parts[] = sprintf('%s %.2f ×', $sign, $this->figure->floor);
        }
        if ($this->figure->near !== null) {
            $parts[] = sprintf('%s %.2f × limit', $sign, $this->figure->near);
        }
        if ($this->figure->most !== null) {
            $parts[] = sprintf('≤ %.0f %s', $this->figure->most, $this->figure->unit());
        }
        return implode(', ', $parts);
    }

    public function reaches_its_floor(): bool
    {
        $reached = fn (?float $ratio, ?float $floor) => $ratio === null || $floor === null
            || ($this->figure->more_is_better() ? $ratio >= $floor : $ratio <= $floor);
        return $reached($this->ratio('php-gearman'), $this->figure->floor)
            && $reached($this->ratio('limit'), $this->figure->near)
            && ($this->figure->most === null || $this->median('gearman_rs') <= $this->figure->most);
    }
}
