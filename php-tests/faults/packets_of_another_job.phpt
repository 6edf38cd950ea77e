--TEST--
Packets about a job that this client does not wait for are not taken for its own
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn (Packet $request) => Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:mine:1')
    . Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:other:1', 'not mine')
    . Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:mine:1', 'mine'));
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
var_dump($client->doNormal('function', 'x'), $client->returnCode());
?>
--EXPECT--
string(4) "mine"
int(0)
