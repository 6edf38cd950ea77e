<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::answering(fn () => "\0BAD" . str_repeat("\0", 8));
$client = new GearmanClient();
$client->setTimeout(1000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('doNormal', fn () => $client->doNormal('f', 'x', 'u'), $client);
