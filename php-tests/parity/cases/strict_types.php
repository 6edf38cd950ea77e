<?php
declare(strict_types=1);
require __DIR__ . '/../support.php';

$client = client();
$calls = [
    'a numeric port' => ['addServer', '127.0.0.1', '4730'],
    'a timeout of text' => ['setTimeout', '5000'],
    'a timeout of float' => ['setTimeout', 5000.0],
    'a workload of int' => ['ping', 12],
    'a task workload of int' => ['addTask', 'f', 12],
    'a task workload of float' => ['addTask', 'f', 1.5],
    'a flag of int' => ['addServer', '127.0.0.1', 4730, 1],
];
foreach ($calls as $kind => $arguments) {
    $method = array_shift($arguments);
    attempt($kind, fn () => $client->$method(...$arguments));
}
