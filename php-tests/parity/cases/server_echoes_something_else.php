<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::answering(fn () => Packet::response(GEARMAN_COMMAND_ECHO_RES, 'something else'));
$client = new GearmanClient();
$client->setTimeout(1000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('ping', fn () => $client->ping('x'), $client);
