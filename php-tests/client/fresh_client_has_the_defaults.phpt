--TEST--
A fresh client has no error, no timeout, no context and the option FREE_TASKS
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->returnCode(), $client->error(), $client->getErrno());
var_dump($client->timeout(), $client->options(), $client->context());
?>
--EXPECT--
int(0)
bool(false)
int(0)
int(-1)
int(32)
string(0) ""
