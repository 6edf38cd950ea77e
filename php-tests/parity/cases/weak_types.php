<?php
require __DIR__ . '/../support.php';

$port = Gearmand::shared()->port;
$client = new GearmanClient();
$calls = [
    'a numeric port' => ['addServer', '127.0.0.1', (string) $port],
    'a port of words' => ['addServer', '127.0.0.1', 'abc'],
    'a port with a rest' => ['addServer', '127.0.0.1', '4730x'],
    'a whole float port' => ['addServer', '127.0.0.1', (float) $port],
    'a flag of int' => ['addServer', '127.0.0.1', $port, 1],
    'a flag of array' => ['addServer', '127.0.0.1', $port, []],
    'a timeout of text' => ['setTimeout', '5000'],
    'a timeout of words' => ['setTimeout', 'abc'],
    'a timeout of array' => ['setTimeout', []],
    'a context of float' => ['setContext', 1.5],
    'too few' => ['doBackground', 'weak'],
    'too many' => ['ping', 'x', 'y'],
    'a timeout of null' => ['setTimeout', null],
    'a timeout of true' => ['setTimeout', true],
    'a timeout with a fraction' => ['setTimeout', 1500.5],
];
foreach ($calls as $kind => $arguments) {
    $method = array_shift($arguments);
    attempt($kind, fn () => $client->$method(...$arguments));
}
show('context', $client->context());
show('timeout', $client->timeout());
