--TEST--
GEARMAN_SERVERS is a list, and servers added later come after it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
putenv("GEARMAN_SERVERS=127.0.0.1:" . Gearmand::freePort() . ",{$first->address()}");
$client = new GearmanClient();
$client->addServer($second->host, $second->port, false);
$client->doBackground('function', 'x');
var_dump($first->admin->queue('function')['jobs'], $second->admin->queue('function')['jobs']);
?>
--EXPECT--
int(1)
int(0)
