--TEST--
When the server dies while tasks run, runTasks() ends, and the client works afterwards
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
$client->setCreatedCallback(fn () => $server->kill());
$client->addTask('nobody', 'x');
@$client->runTasks();
var_dump($client->returnCode() !== GEARMAN_TIMEOUT);
$server->restart();
$client->clearCallbacks();
var_dump($client->ping('x'));
?>
--EXPECT--
bool(true)
bool(true)
