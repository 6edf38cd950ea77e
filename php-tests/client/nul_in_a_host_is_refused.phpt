--TEST--
A host name with a NUL is refused and not cut short
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$client = new GearmanClient();
var_dump(@$client->addServer("{$server->host}\0.example.org", $server->port, false));
var_dump(@$client->ping('x'));
?>
--EXPECT--
bool(false)
bool(false)
