--TEST--
A server that takes the connection and says nothing is left for another that is there, also by calls without a timeout
--INI--
gearman.connect_timeout=2000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hung = Gearmand::start();
$hung->hang();
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hung->port);
$client->addServer('127.0.0.1', Gearmand::shared()->port);
$function = unique_name('left');
var_dump($client->doBackground($function, 'x') !== '', $client->returnCode());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);

// What it was sent before another server was there goes to that, once it is.
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hung->port);
$client->addTaskBackground($function, 'y');
$client->setTimeout(2500);
var_dump(@$client->runTasks(), $client->returnCode());
$client->addServer('127.0.0.1', Gearmand::shared()->port);
$client->setTimeout(-1);
var_dump($client->runTasks(), $client->returnCode());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(true)
int(0)
int(1)
bool(false)
int(47)
bool(true)
int(0)
int(2)
