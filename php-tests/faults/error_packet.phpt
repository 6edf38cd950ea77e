--TEST--
An ERROR packet from the server is return code 18, and its text is in the warning
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn () => Packet::response(GEARMAN_COMMAND_ERROR, 'queue_is_on_fire', 'please come back later'));
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
var_dump($client->doBackground('function', 'x'), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): %s(GEARMAN_SERVER_ERROR)%squeue_is_on_fire%s in %s on line %d
string(0) ""
int(18)
