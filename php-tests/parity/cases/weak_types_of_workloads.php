<?php
require __DIR__ . '/../support.php';

$client = client();
foreach (['int' => 12, 'float' => 1.5, 'true' => true, 'array' => [], 'object' => new ArrayObject()] as $kind => $workload) {
    attempt($kind, fn () => $client->ping($workload));
    attempt("{$kind}, doBackground", fn () => $client->doBackground(unique_name('f'), $workload) !== '');
}
