<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker([$queue => function (&$job) {
    $job = null;
    show('called', true);
}]);
attempt('work', fn () => @$worker->work(), $worker);
