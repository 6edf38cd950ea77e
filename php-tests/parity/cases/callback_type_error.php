<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker([$queue => fn (int $job) => '']);
try {
    $worker->work();
} catch (TypeError $thrown) {
    show('thrown', preg_replace('/, called.*/', '', $thrown->getMessage()));
}
show('return code', $worker->returnCode());
