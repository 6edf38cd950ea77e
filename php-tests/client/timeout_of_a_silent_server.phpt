--TEST--
A server that accepts and says nothing costs the timeout and no more
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn (Packet $packet) => null);
$client = new GearmanClient();
$client->setTimeout(100);
$client->addServer('127.0.0.1', $server->port);
var_dump($client->doBackground('function', 'x'), $client->returnCode() === GEARMAN_TIMEOUT);
var_dump($client->ping('x'), $client->returnCode() === GEARMAN_TIMEOUT);
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): %s(GEARMAN_TIMEOUT)%s in %s on line %d
string(0) ""
bool(true)

Warning: GearmanClient::ping(): %s(GEARMAN_TIMEOUT)%s in %s on line %d
bool(false)
bool(true)
