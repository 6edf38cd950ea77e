--TEST--
A server that announces 2 GiB and sends ten bytes costs no memory
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection) {
    Packet::read($connection);
    fwrite($connection, "\0RES" . pack('NN', GEARMAN_COMMAND_WORK_DATA, 0x7FFFFFFF) . str_repeat('x', 10));
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port, false);
$before = resident_bytes();
var_dump(@$client->doNormal('function', 'x'));
var_dump(resident_bytes() - $before < 20_000_000);
?>
--EXPECT--
string(0) ""
bool(true)
