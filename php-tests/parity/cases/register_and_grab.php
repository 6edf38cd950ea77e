<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$worker = worker();
attempt('register', fn () => $worker->register($queue), $worker);
$handle = $client->doBackground($queue, 'grab me', 'u');
$job = attempt('grabJob', fn () => $worker->grabJob(), $worker);
show('workload', [$job->workload(), $job->unique(), $job->handle() === $handle, $job->functionName() === $queue]);
show('running', $client->jobStatus($handle));
attempt('sendStatus', fn () => $job->sendStatus(1, 3), $job);
eventually('the progress has arrived', fn () => $client->jobStatus($handle) === [true, true, 1, 3]);
attempt('sendComplete', fn () => $job->sendComplete('done'), $job);
eventually('the job is done', fn () => $client->jobStatus($handle) === [false, false, 0, 0]);
