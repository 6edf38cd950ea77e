<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'bad');
$worker = worker([$queue => fn () => throw new LogicException('broken')]);
attempt('work', fn () => $worker->work(), $worker);
eventually('nothing is running', fn () => queue($queue)['running'] === 0);
show('jobs left', queue($queue)['jobs']);
