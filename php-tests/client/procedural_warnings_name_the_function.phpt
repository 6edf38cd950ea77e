--TEST--
The warning of a function names the function, not the method
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = gearman_client_create();
var_dump(gearman_client_ping($client, 'x'), gearman_client_return_code($client));
echo gearman_client_error($client) === false ? 'no error' : 'error', "\n";
var_dump(gearman_client_wait($client));
?>
--EXPECTF--
Warning: gearman_client_ping(): %s(GEARMAN_NO_SERVERS)%s in %s on line %d
bool(false)
int(13)
error

Warning: gearman_client_wait(): %s(GEARMAN_NO_ACTIVE_FDS)%s in %s on line %d
bool(false)
