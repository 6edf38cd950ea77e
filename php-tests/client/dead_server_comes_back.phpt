--TEST--
After all servers were dead, a client works again as soon as one is back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
$server->kill();
var_dump(@$client->ping('dead'), $client->returnCode() === GEARMAN_COULD_NOT_CONNECT);
$server->restart();
var_dump($client->ping('back'), $client->returnCode());
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
int(0)
