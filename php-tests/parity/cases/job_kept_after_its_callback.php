<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'workload', 'unique');
$kept = null;
$worker = worker([$queue => function (GearmanJob $job) use (&$kept) {
    $kept = $job;
}]);
attempt('work', fn () => $worker->work(), $worker);
show('workload', [$kept->workload(), $kept->workloadSize()]);
show('unique', $kept->unique());
attempt('sendData', fn () => $kept->sendData('late'), $kept);
attempt('sendComplete', fn () => $kept->sendComplete('late'), $kept);
