<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    foreach ([-1, GEARMAN_MAX_RETURN + 1, 1000] as $code) {
        attempt("setReturn {$code}", fn () => $job->setReturn($code), $job);
    }
}]);
attempt('work', fn () => $worker->work(), $worker);
