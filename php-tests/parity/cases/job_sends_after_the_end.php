<?php
require __DIR__ . '/../support.php';

foreach (['sendComplete' => ['c'], 'sendFail' => [], 'sendException' => ['e']] as $end => $arguments) {
    $queue = unique_name('queue');
    $client = client();
    $client->doBackground($queue, 'x');
    $worker = worker([$queue => function (GearmanJob $job) use ($end, $arguments) {
        attempt($end, fn () => $job->$end(...$arguments), $job);
        attempt('sendComplete again', fn () => $job->sendComplete('again'), $job);
        attempt('sendFail again', fn () => $job->sendFail(), $job);
    }]);
    attempt('work', fn () => $worker->work(), $worker);
    $client->doBackground($queue, 'y');
    attempt('the next job', fn () => $worker->work(), $worker);
}
