<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$server = ScriptedServer::answering(fn (Packet $packet) => $packet->type === GEARMAN_COMMAND_SUBMIT_JOB
    ? Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:host:1')
        . Packet::response(GEARMAN_COMMAND_WORK_EXCEPTION, 'H:host:1', 'broken')
        . Packet::response(GEARMAN_COMMAND_WORK_FAIL, 'H:host:1')
    : null);
$client = new GearmanClient();
$client->setTimeout(2000);
$client->addServer(LOOPBACK, $server->port);
show_events($client);
$client->addTask('f', 'x', null, 'u');
attempt('runTasks', fn () => $client->runTasks(), $client);
