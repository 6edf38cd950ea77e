<?php

declare(strict_types=1);

/** Something that is measured for each implementation in turn, on the same gearmand. */
interface Row
{
    public function title(): string;

    /** @return list<Figure> the lines of the table that come of it */
    public function figures(): array;

    /** Whether this implementation takes part in this round, counted from 0. */
    public function includes(Implementation $implementation, int $round): bool;

    /** @return array<string, float> the numbers, by the names that Figure has for them */
    public function measure(Implementation $implementation, Gearmand $server, Queue $queue): array;

    /** Ends what was started for the row. */
    public function finish(): void;
}
