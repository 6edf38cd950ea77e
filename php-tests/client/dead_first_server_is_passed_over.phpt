--TEST--
addServers("dead,live") delivers to the live one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::shared();
$function = unique_name('delivered');
$client = new GearmanClient();
$client->addServers('127.0.0.1:' . Gearmand::freePort() . ",{$alive->address()}");
var_dump($client->doBackground($function, 'x') !== '', $client->returnCode());
var_dump($alive->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(true)
int(0)
int(1)
