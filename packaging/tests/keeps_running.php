<?php
// A worker, and two jobs with a command between them: the worker goes on whatever the command does to its module.

declare(strict_types=1);

if (pcntl_fork() === 0) {
    $worker = new GearmanWorker();
    $worker->addServer('127.0.0.1', 4730);
    $worker->addFunction('who', fn () => (string) getmypid());
    exit($worker->work() && $worker->work() ? 0 : 1);
}

$client = new GearmanClient();
$client->addServer('127.0.0.1', 4730);
$before = $client->doNormal('who', '');
passthru($argv[1], $failed);
$after = $client->doNormal('who', '');
pcntl_wait($status);
exit($failed === 0 && $before !== '' && $before === $after && $status === 0 ? 0 : 1);
