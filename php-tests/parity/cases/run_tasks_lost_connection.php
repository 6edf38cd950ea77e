<?php
require __DIR__ . '/../support.php';

$server = ScriptedServer::start(function ($connection) {
    for (;;) {
        $packet = Packet::read($connection);
        if ($packet === null || $packet->type === GEARMAN_COMMAND_SUBMIT_JOB) {
            return;
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
    }
});
$client = new GearmanClient();
$client->setTimeout(3000);
$client->addServer(LOOPBACK, $server->port);
$client->setFailCallback(fn () => show('fail', true));
$client->addTask('f', 'x', null, 'u');
attempt('runTasks', fn () => $client->runTasks(), $client);
