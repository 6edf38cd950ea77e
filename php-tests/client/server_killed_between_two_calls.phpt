--TEST--
When the server in use dies, the next call goes to another one, without a warning
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
$client = client($first, $second);
$client->doBackground('function', 'x');
var_dump($first->admin->queue('function')['jobs']);

$first->kill();
var_dump($client->doBackground('function', 'x') !== '', $client->returnCode());
var_dump($second->admin->queue('function')['jobs']);
?>
--EXPECT--
int(1)
bool(true)
int(0)
int(1)
