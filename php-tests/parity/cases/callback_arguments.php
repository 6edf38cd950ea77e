<?php
require __DIR__ . '/../support.php';

$client = client();
$contexts = ['none' => [], 'null' => [null], 'text' => ['text'], 'array' => [[1, 2]], 'object' => [new ArrayObject()]];
foreach ($contexts as $kind => $context) {
    $queue = unique_name('queue');
    $worker = worker();
    $worker->addFunction($queue, function () use ($kind) {
        show($kind, func_get_args());
    }, ...$context);
    $client->doBackground($queue, 'x');
    attempt('work', fn () => $worker->work(), $worker);
}
