--TEST--
setOptions() replaces, addOptions() adds, removeOptions() takes away
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->addOptions(GEARMAN_CLIENT_NON_BLOCKING), $client->options());
var_dump($client->removeOptions(GEARMAN_CLIENT_FREE_TASKS), $client->options());
var_dump($client->setOptions(GEARMAN_CLIENT_UNBUFFERED_RESULT | GEARMAN_CLIENT_FREE_TASKS), $client->options());
var_dump($client->setOptions(0), $client->options());
?>
--EXPECT--
bool(true)
int(34)
bool(true)
int(2)
bool(true)
int(40)
bool(true)
int(0)
