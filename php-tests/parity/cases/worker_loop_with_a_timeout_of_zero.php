<?php
require __DIR__ . '/../support.php';

// An event loop's worker: it never waits, and works as long as there is something.
$queue = unique_name('queue');
for ($i = 0, $client = client(); $i < DRAINED_JOBS; $i++) {
    $client->doBackground($queue, 'x');
}
$done = 0;
$worker = worker([$queue => function () use (&$done) {
    $done++;
}]);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(0);
eventually('the queue is empty', function () use ($worker, &$done) {
    while (@$worker->work()) {
        @$worker->wait();
    }
    @$worker->wait();
    return $done === DRAINED_JOBS;
});
show('done', $done);
