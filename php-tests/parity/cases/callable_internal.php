<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => 'get_debug_type']);
attempt('an internal function is called with two arguments', fn () => $worker->work(), $worker);
