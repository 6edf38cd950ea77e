<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker([$queue => fn () => throw new LogicException('broken', 5)]);
attempt('work', fn () => $worker->work(), $worker);
