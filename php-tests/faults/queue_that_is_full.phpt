--TEST--
A queue that is full is return code 42, and the client works on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
var_dump($client->doBackground('limited', 'x') !== '');
$server->admin->ask('maxqueue limited 1');
var_dump($client->doBackground('limited', 'x'), $client->returnCode() === GEARMAN_QUEUE_ERROR);
var_dump($client->ping('x'));
?>
--EXPECTF--
bool(true)

Warning: GearmanClient::doBackground(): %s(GEARMAN_QUEUE_ERROR)%sQUEUE_ERROR%s in %s on line %d
string(0) ""
bool(true)
bool(true)
