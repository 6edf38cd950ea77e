--TEST--
A server on an IPv6 address is reached through a list and through addServer()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::startOn('::1');

$client = new GearmanClient();
var_dump($client->addServers("[::1]:{$server->port}"), $client->ping('x'));

$client = new GearmanClient();
var_dump($client->addServer('::1', $server->port), $client->ping('x'));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
