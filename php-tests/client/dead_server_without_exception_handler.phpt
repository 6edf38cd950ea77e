--TEST--
addServer() with $setupExceptionHandler false does not connect, so a dead server is added in silence
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->addServer('127.0.0.1', Gearmand::freePort(), false), $client->returnCode());
var_dump($client->addServers('127.0.0.1:' . Gearmand::freePort(), false), $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
bool(true)
int(0)
