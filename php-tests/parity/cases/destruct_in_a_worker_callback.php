<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker();
$worker->addFunction($queue, function (GearmanJob $job) use ($worker) {
    $worker->__destruct();
    show('called', true);
});
attempt('work', fn () => $worker->work(), $worker);
