--TEST--
A job handle of a megabyte is refused
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn () => Packet::response(GEARMAN_COMMAND_JOB_CREATED, str_repeat('h', 1_000_000)));
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
var_dump(@$client->doBackground('function', 'x'));
var_dump($client->returnCode() !== GEARMAN_SUCCESS);
?>
--EXPECT--
string(0) ""
bool(true)
