--TEST--
addServer() of a name that does not resolve warns and returns false
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->addServer('no-such-host.invalid', 4730), $client->returnCode());
var_dump($client->addServer('no-such-host.invalid', 4730, false), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::addServer(): %sno-such-host.invalid:4730%s in %s on line %d
bool(false)
int(12)

Warning: GearmanClient::addServer(): %sno-such-host.invalid:4730%s in %s on line %d
bool(false)
int(12)
