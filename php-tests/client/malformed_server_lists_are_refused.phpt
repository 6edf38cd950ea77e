--TEST--
addServers() refuses what is no list of servers with a warning that quotes it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
foreach (['127.0.0.1:port', '127.0.0.1:70000', '127.0.0.1:-1', '127.0.0.1:1:2', '[::1', '[::1]4730', ':4730'] as $list) {
    var_dump($client->addServers($list, false));
}
// None of them was added.
var_dump(@$client->ping('x'), $client->returnCode() === GEARMAN_NO_SERVERS);
?>
--EXPECTF--
Warning: GearmanClient::addServers(): %S127.0.0.1:port%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S127.0.0.1:70000%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S127.0.0.1:-1%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S127.0.0.1:1:2%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S[::1%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S[::1]4730%S in %s on line %d
bool(false)

Warning: GearmanClient::addServers(): %S:4730%S in %s on line %d
bool(false)
bool(false)
bool(true)
