--TEST--
Where nothing listens tasks can be added, and runTasks() fails with return code 26
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
$client->addServer('127.0.0.1', Gearmand::freePort(), false);
var_dump($client->addTask('function', 'x') !== false, $client->returnCode());
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECTF--
bool(true)
int(0)

Warning: GearmanClient::runTasks(): %s(GEARMAN_COULD_NOT_CONNECT)%s in %s on line %d
bool(false)
int(26)
