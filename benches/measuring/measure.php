<?php

declare(strict_types=1);

/** gearmand finds a job by one of these; with its default of 991 it is the one who is slow, from 100,000 jobs on. */
const HASHTABLE_BUCKETS = 1_000_003;

/**
 * Measures a row: in each round every implementation in turn, and each round begins with another one.
 *
 * @param list<Implementation> $implementations
 * @return list<Line>
 */
function measure(Row $row, array $implementations, int $rounds, string $limit): array
{
    $server = Gearmand::start('--hashtable-buckets=' . HASHTABLE_BUCKETS);
    $values = [];
    try {
        for ($round = 0; $round < $rounds; $round++) {
            foreach ($implementations as $implementation) {
                if ($row->includes($implementation, $round)) {
                    $figures = $row->measure($implementation, $server, new Queue($server, $limit));
                    foreach ($figures as $key => $value) {
                        $values[$key][$implementation->name][] = $value;
                    }
                }
            }
            $implementations[] = array_shift($implementations);
        }
    } finally {
        $row->finish();
        $server->kill();
    }
    return array_map(fn (Figure $figure) => new Line($figure, $values[$figure->key]), $row->figures());
}
