<?php
require __DIR__ . '/../support.php';

// The loop of workers that restart themselves after so many jobs: it waits in every round, whatever work() said, and goes on when
// there is nothing to wait for.
foreach ([0, GEARMAN_WORKER_NON_BLOCKING] as $option) {
    $queue = unique_name('queue');
    for ($i = 0, $client = client(); $i < DRAINED_JOBS + 1; $i++) {
        $client->doBackground($queue, 'x');
    }
    $done = 0;
    $worker = worker([$queue => function () use (&$done) {
        $done++;
    }]);
    $worker->addOptions($option);
    $worker->setTimeout(1000);
    $goesOn = [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS, GEARMAN_TIMEOUT];
    $broke = $stop = false;
    while (!$stop && (@$worker->work() || in_array($worker->returnCode(), $goesOn, true))) {
        $stop = $done === DRAINED_JOBS;
        if (!$stop && !@$worker->wait() && !in_array($worker->returnCode(), [GEARMAN_NO_ACTIVE_FDS, GEARMAN_TIMEOUT], true)) {
            $broke = true;
            break;
        }
    }
    show('done', [$done, $broke, $worker->unregisterAll()]);
    unset($worker);
    eventually('nobody works', fn () => workers_of($queue) === []);
    show('left', queue($queue)['jobs']);
}
