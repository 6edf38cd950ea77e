<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, silent_port(), false);
$client->setTimeout(0);
attempt('doNormal', fn () => $client->doNormal('f', 'x'), $client);
attempt('ping', fn () => $client->ping('x'), $client);
