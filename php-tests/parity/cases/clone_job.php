<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker([$queue => function (GearmanJob $job) {
    attempt('clone', fn () => clone $job);
}]);
attempt('work', fn () => $worker->work(), $worker);
