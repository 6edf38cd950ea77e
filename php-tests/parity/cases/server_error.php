<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::answering(fn () => Packet::response(GEARMAN_COMMAND_ERROR, 'ERR_CODE', 'some text'));
$client = new GearmanClient();
$client->setTimeout(1000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('doBackground', fn () => $client->doBackground('f', 'x', 'u'), $client);
attempt('doNormal', fn () => $client->doNormal('f', 'x', 'u'), $client);
