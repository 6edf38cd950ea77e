<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
for ($i = 0; $i < 5; $i++) {
    $client->doBackground($queue, "{$i}");
}
$worker = worker([$queue => fn (GearmanJob $job) => show('job', $job->workload())]);
$worker->setTimeout(300);
for ($i = 0; $i < 6; $i++) {
    attempt('work', fn () => $worker->work(), $worker);
}
