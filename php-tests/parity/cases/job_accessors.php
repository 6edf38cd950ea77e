<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, "binary \0 \xff", 'my unique');
$worker = worker([$queue => function (GearmanJob $job) use ($handle, $queue) {
    show('handle', $job->handle() === $handle);
    show('function name', $job->functionName() === $queue);
    show('unique', $job->unique());
    show('workload', $job->workload());
    show('workload size', $job->workloadSize());
    show('return code', $job->returnCode());
    show('class', $job::class);
}]);
attempt('work', fn () => $worker->work(), $worker);
