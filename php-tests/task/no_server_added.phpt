--TEST--
Without a server tasks can be added, and runTasks() fails with return code 13
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->addTask('function', 'x') !== false, $client->returnCode());
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECTF--
bool(true)
int(0)

Warning: GearmanClient::runTasks(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
bool(false)
int(13)
