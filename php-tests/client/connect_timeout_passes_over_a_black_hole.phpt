--TEST--
A server that swallows connection attempts costs gearman.connect_timeout, and the next server delivers
--INI--
gearman.connect_timeout=2000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hole = black_hole();
$server = Gearmand::start();
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hole->port, false);
$client->addServer($server->host, $server->port, false);
$started = microtime(true);
var_dump($client->doBackground('function', 'x') !== '', $client->returnCode());
// Without the setting the kernel would try for two minutes.
var_dump(microtime(true) - $started < 100);
?>
--EXPECT--
bool(true)
int(0)
bool(true)
