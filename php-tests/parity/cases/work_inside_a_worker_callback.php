<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'outer');
$client->doBackground($queue, 'inner');
$worker = worker();
$worker->setTimeout(1000);
$worker->addFunction($queue, function (GearmanJob $job) use ($worker) {
    show('job', $job->workload());
    if ($job->workload() === 'outer') {
        attempt('inner work', fn () => $worker->work(), $worker);
    }
});
attempt('work', fn () => $worker->work(), $worker);
