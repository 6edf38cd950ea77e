--TEST--
A name is tried address by address: where localhost is ::1 and 127.0.0.1 the one that listens is found
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::startOn('127.0.0.1');
$client = new GearmanClient();
var_dump($client->addServer('localhost', $server->port), $client->ping('x'));
?>
--EXPECT--
bool(true)
bool(true)
