<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$bodies = [
    'true' => fn () => true,
    'false' => fn () => false,
    'null' => fn () => null,
    'text' => fn () => 'text',
    'fail' => fn (GearmanJob $job) => $job->sendFail(),
    'exception' => fn (GearmanJob $job) => $job->sendException('e'),
    'complete' => fn (GearmanJob $job) => $job->sendComplete('c'),
];
$worker = worker([$queue => fn (GearmanJob $job) => $bodies[$job->workload()]($job)]);
foreach (array_keys($bodies) as $kind) {
    $client->doBackground($queue, $kind);
    attempt($kind, fn () => $worker->work(), $worker);
}
