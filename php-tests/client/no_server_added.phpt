--TEST--
Without a server every call fails with return code 13
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
foreach (['doNormal', 'doHigh', 'doLow', 'doBackground', 'doHighBackground', 'doLowBackground'] as $method) {
    var_dump($client->$method('function', 'x'), $client->returnCode());
}
var_dump($client->ping('x'), $client->returnCode());
echo json_encode($client->jobStatus('H:host:1')), ' ', $client->returnCode(), "\n";
echo json_encode($client->jobStatusByUniqueKey('key')), ' ', $client->returnCode(), "\n";
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::doHigh(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::do%cow(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::doBackground(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::doHighBackground(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::doLowBackground(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
string(0) ""
int(13)

Warning: GearmanClient::ping(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
bool(false)
int(13)

Warning: GearmanClient::jobStatus(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
[false,false,0,0] 13

Warning: GearmanClient::jobStatusByUniqueKey(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
[false,false,0,0] 13
