--TEST--
runTasks() with nothing to do is true with return code 0, with and without servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
var_dump($client->runTasks(), $client->returnCode());
$client = new GearmanClient();
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
bool(true)
int(0)
