--TEST--
wait() without a connection warns, returns false and sets return code 7
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
var_dump($client->wait(), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::wait(): %s(GEARMAN_NO_ACTIVE_FDS)%s in %s on line %d
bool(false)
int(7)
