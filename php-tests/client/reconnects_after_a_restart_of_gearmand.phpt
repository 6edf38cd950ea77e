--TEST--
A client goes on with a gearmand that was restarted on the same port between two calls
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
var_dump($client->ping('before'));
$server->restart();
var_dump($client->doBackground('function', 'x') !== '', $client->returnCode());
var_dump($server->admin->queue('function')['jobs']);
?>
--EXPECT--
bool(true)
bool(true)
int(0)
int(1)
