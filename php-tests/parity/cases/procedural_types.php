<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$worker = new GearmanWorker();
$calls = [
    'a worker for a client' => ['ping', $worker, 'x'],
    'nothing' => ['ping'],
    'only the object' => ['ping', $client],
    'null' => ['timeout', null],
    'an array for a string' => ['ping', $client, []],
    'too many' => ['timeout', $client, 1],
    'text for a port' => ['add_server', $client, '127.0.0.1', 'x'],
];
foreach ($calls as $kind => $arguments) {
    $function = 'gearman_client_' . array_shift($arguments);
    attempt($kind, fn () => $function(...$arguments));
}
