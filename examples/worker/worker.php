<?php

// A worker that a supervisor keeps running: it works until it is told to end, or has had its share, and always ends the
// running job first.
//
//   php worker.php localhost:4730

declare(strict_types=1);

$worker = new GearmanRs\Worker();
$worker->addServers($argv[1] ?? 'localhost:4730');

$worker->addFunction('reverse', fn (GearmanJob $job): string => strrev($job->workload()));
$worker->addFunction('sum', function (GearmanJob $job): string {
    $numbers = json_decode($job->workload(), true, flags: JSON_THROW_ON_ERROR);
    return json_encode(array_sum($numbers));
});

// A new process every hour, or when something leaks: the supervisor starts it.
$reason = $worker->run(seconds: 3600, memory: 128 * 1024 * 1024);

fwrite(STDERR, "ended: {$reason}\n");
exit(0);
