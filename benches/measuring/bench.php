<?php

// What benches/run does after it has built the tools: php -n bench.php THEIRS OURS TOOLS ROUNDS [ROW...]

declare(strict_types=1);

require __DIR__ . '/all.php';

[, $theirs, $ours, $tools, $rounds] = $argv;
$wanted = array_slice($argv, 5);
$rounds = (int) $rounds;
$limit = "{$tools}/limit";
$implementations = [
    Implementation::module('php-gearman', $theirs),
    Implementation::module('gearman_rs', $ours),
    Implementation::limit($limit),
];
$machine = Machine::describe($implementations[0]);

echo Report::heading();
$lines = [];
foreach (rows($implementations[1], "{$tools}/pages") as $row) {
    if ($wanted !== [] && array_filter($wanted, fn (string $part) => stripos($row->title(), $part) !== false) === []) {
        continue;
    }
    foreach (measure($row, $implementations, $rounds, $limit) as $line) {
        $lines[] = $line;
        echo Report::line($line);
    }
}
if ($wanted === []) {
    $command = $rounds === 9 ? 'make bench' : "make bench ROUNDS={$rounds}";
    file_put_contents(dirname(__DIR__) . '/RESULTS.md', Report::markdown($lines, $machine, $command));
    file_put_contents(dirname(__DIR__) . '/results.svg', chart("{$tools}/chart", $lines));
    echo "\nbenches/RESULTS.md and benches/results.svg are written\n";
}
