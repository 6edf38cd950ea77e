--TEST--
A server that swallows connection attempts costs gearman.connect_timeout, and the next server delivers
--INI--
gearman.connect_timeout=200
--FILE--
<?php
require __DIR__ . '/../support/all.php';

// Without the setting the kernel would try for two minutes, and a test has one.
$hole = black_hole();
$server = Gearmand::start();
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hole->port, false);
$client->addServer($server->host, $server->port, false);
var_dump($client->doBackground('function', 'x') !== '', $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
