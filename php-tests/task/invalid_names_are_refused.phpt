--TEST--
addTask() with an empty name, one that is too long, a unique that is too long, or a NUL: a warning, false, return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
var_dump($client->addTask('', 'x'), $client->returnCode());
var_dump($client->addTask(str_repeat('f', 513), 'x'), $client->returnCode());
var_dump($client->addTask('function', 'x', null, str_repeat('u', 65)), $client->returnCode());
var_dump($client->addTask("func\0tion", 'x'), $client->returnCode());
var_dump($client->addTask('function', 'x', null, "k\0ey"), $client->returnCode());
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::addTask(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanClient::addTask(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanClient::addTask(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanClient::addTask(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)

Warning: GearmanClient::addTask(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
bool(false)
int(49)
bool(true)
int(0)
