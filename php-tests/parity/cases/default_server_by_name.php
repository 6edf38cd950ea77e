<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('addServer', fn () => $client->addServer(setupExceptionHandler: false), $client);
attempt('addServers', fn () => $client->addServers(setupExceptionHandler: false), $client);
