<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$handle = $client->doBackground($queue, 'x');
$worker = worker([$queue => fn (GearmanJob $job) => $job->setReturn(GEARMAN_LOST_CONNECTION)]);
attempt('work', fn () => $worker->work(), $worker);
eventually('the job is back', fn () => $client->jobStatus($handle) === [true, false, 0, 0]);
$another = worker([$queue => fn (GearmanJob $job) => show('another worker gets it', $job->workload())]);
attempt('work', fn () => $another->work(), $another);
