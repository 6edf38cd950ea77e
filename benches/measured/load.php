<?php

// Measures one load in a process of its own, as `limit` does, and prints its figures as JSON.
//
//   php load.php LOAD PORT FUNCTION COUNT WARMUP SIZE

declare(strict_types=1);

require __DIR__ . '/../../php-tests/support/resources.php';
require __DIR__ . '/Scene.php';

[, $name, $port, $function, $count, $warmup, $size] = $argv;
$count = (int) $count;
$load = (require __DIR__ . '/loads.php')[$name](new Scene((int) $port, $function, (int) $size));
$load((int) $warmup);

[$began, $processor] = [hrtime(true), processor_seconds()];
$load($count);
[$seconds, $cpu] = [(hrtime(true) - $began) / 1e9, processor_seconds() - $processor];

echo json_encode(['seconds' => $seconds, 'cpu' => $cpu, 'memory' => peak_kibibytes()]), "\n";
