--TEST--
When the only server is a black hole the call ends with an error after gearman.connect_timeout
--INI--
gearman.connect_timeout=200
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hole = black_hole();
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hole->port, false);
$started = microtime(true);
var_dump($client->doBackground('function', 'x'));
// Without the setting the kernel would try for two minutes.
var_dump(microtime(true) - $started < 100);
var_dump(in_array($client->returnCode(), [GEARMAN_COULD_NOT_CONNECT, GEARMAN_TIMEOUT], true));
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): doBackground(GEARMAN_%s) 127.0.0.1:%d: %s in %s on line %d
string(0) ""
bool(true)
bool(true)
