<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::start(function ($connection) {
    Packet::read($connection);
    fwrite($connection, substr(Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:host:1'), 0, 15));
});
$client = new GearmanClient();
$client->setTimeout(1000);
$client->addServer(LOOPBACK, $server->port, false);
attempt('doBackground', fn () => $client->doBackground('f', 'x', 'u'), $client);
