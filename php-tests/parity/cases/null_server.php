<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('addServer', fn () => $client->addServer(null, 0, false), $client);
attempt('addServers', fn () => $client->addServers(null, false), $client);
