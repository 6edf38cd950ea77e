<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
foreach (range(1, 5) as $number) {
    $client->doBackground($queue, (string) $number);
}
$worker = worker([$queue => fn ($job) => show('job', $job->workload())]);
foreach (range(1, 5) as $number) {
    $worker->work();
}
