<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$child = Child::run(function () use ($queue) {
    $worker = worker([$queue => fn () => exit(3)]);
    for (;;) {
        $worker->work();
    }
});
$handle = client()->doBackground($queue, 'x');
show('the worker', $child->wait());
eventually('nobody runs the job', fn () => !client()->jobStatus($handle)[1]);
show('the job', client()->jobStatus($handle));
