<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$client->doBackground($queue, 'y');
$worker = worker();
$worker->addFunction($queue, function (GearmanJob $job) use ($worker, $queue) {
    show('the first', $job->workload());
    $worker->addFunction($queue, fn (GearmanJob $job) => show('the second', $job->workload()));
});
attempt('work', fn () => $worker->work(), $worker);
attempt('work', fn () => $worker->work(), $worker);
