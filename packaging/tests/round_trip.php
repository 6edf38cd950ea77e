<?php
// One job, from a client to a worker and back, as scripts for php-gearman do it.

declare(strict_types=1);

if (pcntl_fork() === 0) {
    $worker = new GearmanWorker();
    $worker->addServer('127.0.0.1', 4730);
    $worker->addFunction('reverse', fn (GearmanJob $job) => strrev($job->workload()));
    exit($worker->work() ? 0 : 1);
}

$client = new GearmanClient();
$client->addServer('127.0.0.1', 4730);
$result = $client->doNormal('reverse', 'Hello!');
pcntl_wait($status);
echo $result, "\n";
exit($result === '!olleH' && $status === 0 ? 0 : 1);
