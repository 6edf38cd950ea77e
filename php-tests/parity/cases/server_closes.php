<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::start(fn ($connection) => Packet::read($connection));
$client = new GearmanClient();
$client->setTimeout(2000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('doNormal', fn () => $client->doNormal('f', 'x', 'u'), $client);
