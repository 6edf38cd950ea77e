--TEST--
Where nothing listens every call fails with return code 26
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
$client->addServer('127.0.0.1', Gearmand::freePort(), false);
var_dump($client->doNormal('function', 'x'), $client->returnCode());
var_dump($client->doBackground('function', 'x'), $client->returnCode());
var_dump($client->ping('x'), $client->returnCode());
echo json_encode($client->jobStatus('H:host:1')), ' ', $client->returnCode(), "\n";
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
string(0) ""
int(26)

Warning: GearmanClient::doBackground(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
string(0) ""
int(26)

Warning: GearmanClient::ping(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
bool(false)
int(26)

Warning: GearmanClient::jobStatus(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
[false,false,0,0] 26
