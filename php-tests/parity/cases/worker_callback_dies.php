<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$child = Child::run(function () use ($queue) {
    ini_set('display_errors', '0');
    $worker = worker([$queue => fn () => trigger_error('enough', E_USER_ERROR)]);
    for (;;) {
        $worker->work();
    }
});
$handle = client()->doBackground($queue, 'x');
show('the worker', $child->wait());
eventually('nobody runs the job', fn () => !client()->jobStatus($handle)[1]);
show('the job', client()->jobStatus($handle));
