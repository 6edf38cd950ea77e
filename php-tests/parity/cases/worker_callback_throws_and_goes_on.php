<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
foreach (['bad', 'good'] as $workload) {
    $client->doBackground($queue, $workload);
}
$worker = worker([$queue => function (GearmanJob $job) {
    show('job', $job->workload());
    if ($job->workload() === 'bad') {
        throw new LogicException('broken');
    }
}]);
$worker->setTimeout(2000);
attempt('work', fn () => $worker->work(), $worker);
attempt('work', fn () => $worker->work(), $worker);
eventually('nothing is running', fn () => queue($queue)['running'] === 0);
show('jobs left', queue($queue)['jobs']);
