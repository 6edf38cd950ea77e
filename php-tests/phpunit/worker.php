<?php

// The worker that the tests talk to: php worker.php HOST:PORT[,HOST:PORT...]

declare(strict_types=1);

$worker = new GearmanWorker();
$worker->addServers($argv[1]);
$worker->addFunction('reverse', fn (GearmanJob $job): string => strrev($job->workload()));
$worker->addFunction('fail', function (GearmanJob $job): void {
    $job->sendFail();
});
$worker->addFunction('throw', function (GearmanJob $job): void {
    throw new DomainException("cannot do {$job->workload()}");
});
$worker->addFunction('chunks', function (GearmanJob $job): string {
    foreach (str_split($job->workload()) as $index => $character) {
        $job->sendStatus($index + 1, $job->workloadSize());
        $job->sendData($character);
    }
    return '.';
});
$worker->addFunction('die', function (GearmanJob $job): void {
    exit(1);
});
while (true) {
    try {
        $worker->work();
    } catch (DomainException) {
        // The client has been told. A worker that serves others goes on.
        continue;
    }
    if (!in_array($worker->returnCode(), [GEARMAN_SUCCESS, GEARMAN_WORK_FAIL], true)) {
        exit("worker: {$worker->error()}\n");
    }
}
