--TEST--
A function name of 513 bytes and a unique of 65 are refused with return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
var_dump($client->doBackground(str_repeat('f', 513), 'x'), $client->returnCode());
var_dump($client->doBackground('function', 'x', str_repeat('u', 65)), $client->returnCode());
var_dump($client->doNormal(str_repeat('f', 513), 'x'), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)

Warning: GearmanClient::doBackground(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)

Warning: GearmanClient::doNormal(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)
