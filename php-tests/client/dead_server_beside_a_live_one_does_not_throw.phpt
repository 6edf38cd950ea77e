--TEST--
addServer() and addServers() accept a dead server as long as one of the client's servers can be reached
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::shared();
$dead = Gearmand::freePort();

$client = new GearmanClient();
var_dump($client->addServer($alive->host, $alive->port));
var_dump($client->addServer('127.0.0.1', $dead));

$client = new GearmanClient();
var_dump($client->addServers("127.0.0.1:{$dead},{$alive->address()}"));
var_dump($client->enableExceptionHandler());
var_dump($client->ping('x'));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
