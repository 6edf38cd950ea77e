<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker();
attempt('first', fn () => $worker->addFunction($queue, fn () => show('called', 'first')), $worker);
attempt('second', fn () => $worker->addFunction($queue, fn () => show('called', 'second')), $worker);
attempt('work', fn () => $worker->work(), $worker);
$client->doBackground($queue, 'y');
attempt('third, after work', fn () => $worker->addFunction($queue, fn () => show('called', 'third')), $worker);
attempt('work', fn () => $worker->work(), $worker);
