--TEST--
context() gives back what setContext() took, byte for byte
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->setContext("a\0b\xFF"), $client->context() === "a\0b\xFF");
var_dump($client->setContext(''), $client->context());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
string(0) ""
