--TEST--
A server that answers nothing ends the call after setTimeout()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection) {
    while (Packet::read($connection) !== null) {
    }
});
$client = new GearmanRs\Client();
$client->setTimeout(100);
$client->addServer('127.0.0.1', $server->port);
echo json_encode($client->doBackgroundMany('function', ['a', 'b'])), ' ', $client->returnCode() === GEARMAN_TIMEOUT ? 'timeout' : $client->returnCode(), "\n";
?>
--EXPECTF--
Warning: GearmanRs\Client::doBackgroundMany(): doBackgroundMany(GEARMAN_TIMEOUT) 127.0.0.1:%d: no answer within 100 ms (is it a gearmand, and is it well?); 2 of 2 jobs were taken by no server in %s on line %d
["",""] timeout
