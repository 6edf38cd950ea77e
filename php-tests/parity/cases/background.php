<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
attempt('doBackground', fn () => $client->doBackground($queue, 'normal'), $client);
attempt('doHighBackground', fn () => $client->doHighBackground($queue, 'high'), $client);
attempt('doLowBackground', fn () => $client->doLowBackground($queue, 'low'), $client);
$worker = worker([$queue => fn ($job) => show('job', $job->workload())]);
for ($i = 0; $i < 3; $i++) {
    attempt('work', fn () => $worker->work(), $worker);
}
