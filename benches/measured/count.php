<?php

// Runs one load under callgrind three times: to warm up, few times and more times. benches/counts reads the difference.
//
//   php count.php LOAD PORT FUNCTION WARMUP FEW MANY

declare(strict_types=1);

require __DIR__ . '/Scene.php';

[, $name, $port, $function] = $argv;
$load = (require __DIR__ . '/loads.php')[$name](new Scene((int) $port, $function, 64));
foreach (array_slice($argv, 4) as $count) {
    $load((int) $count);
    // Here callgrind writes down what it has counted and begins again; see ../measuring/Callgrind.php.
    gethostname();
}
