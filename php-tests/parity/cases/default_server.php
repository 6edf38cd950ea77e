<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('addServers', fn () => $client->addServers('', false), $client);
attempt('addServer of an empty name', fn () => $client->addServer('', 0, false), $client);
