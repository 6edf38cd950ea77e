--TEST--
serialize() gives an empty object, and unserialized it behaves like a new one without servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([client(), worker(['function' => 'strlen']), new GearmanJob()] as $object) {
    echo serialize($object), "\n";
}
$client = unserialize(serialize(client()));
var_dump($client->options(), $client->timeout(), $client->context());
var_dump(@$client->doBackground('function', 'x'), $client->returnCode() === GEARMAN_NO_SERVERS);
$server = Gearmand::shared();
var_dump($client->addServer($server->host, $server->port), $client->ping('x'));

$worker = unserialize(serialize(worker(['function' => 'strlen'])));
var_dump(@$worker->work(), $worker->returnCode() === GEARMAN_NO_SERVERS);
var_dump(unserialize(serialize(new GearmanJob()))->workload());
?>
--EXPECT--
O:13:"GearmanClient":0:{}
O:13:"GearmanWorker":0:{}
O:10:"GearmanJob":0:{}
int(32)
int(-1)
string(0) ""
string(0) ""
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
string(0) ""
