--TEST--
An empty function name is refused with return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
var_dump($client->doNormal('', 'x'), $client->returnCode());
var_dump($client->doBackground('', 'x'), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)

Warning: GearmanClient::doBackground(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)
