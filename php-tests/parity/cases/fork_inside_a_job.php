<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    for ($i = 0; $i < 3; $i++) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            exit(0);
        }
        pcntl_waitpid($pid, $status);
    }
    show('sendStatus', $job->sendStatus(1, 2));
    return 'result';
}]);
$worker->setTimeout(1000);
attempt('work', fn () => $worker->work(), $worker);
eventually('nothing is running', fn () => queue($queue)['running'] === 0);
show('left', queue($queue)['jobs']);
