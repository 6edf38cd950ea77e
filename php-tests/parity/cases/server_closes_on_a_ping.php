<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::start(fn ($connection) => Packet::read($connection));
$client = new GearmanClient();
$client->setTimeout(2000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('ping', fn () => $client->ping('x'), $client);
