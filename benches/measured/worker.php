<?php

// Returns workloads as they came, until it is killed: php worker.php PORT FUNCTION

declare(strict_types=1);

require __DIR__ . '/Scene.php';

[, $port, $function] = $argv;
$worker = (new Scene((int) $port, $function, 0))->worker(fn (GearmanJob $job) => $job->workload());
while ($worker->work());
fail('worker: ' . $worker->error());
