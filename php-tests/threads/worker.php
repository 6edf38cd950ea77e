<?php

// One request of a thread that is a worker: PORT and FUNCTION in the environment.

$worker = new GearmanRs\Worker();
$worker->addServer('127.0.0.1', (int) getenv('PORT'));
$done = 0;
$worker->addFunction(getenv('FUNCTION'), function (GearmanJob $job) use (&$done) {
    $done++;
    return strrev($job->workload());
});
$worker->run(jobs: 200, seconds: 1.0, signals: []);
echo "worker {$done} 0\n";
