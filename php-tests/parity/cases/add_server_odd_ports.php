<?php
require __DIR__ . '/../support.php';

foreach ([-1, 65536, 70000, PHP_INT_MAX] as $port) {
    $client = new GearmanClient();
    attempt((string) $port, fn () => $client->addServer('127.0.0.1', $port, false), $client);
}
