<?php
require __DIR__ . '/../support.php';

$array = unique_name('array');
$client = client();
$client->doBackground($array, 'x');
$worker = worker([$array => fn () => [1, 2]]);
attempt('work', fn () => $worker->work(), $worker);
