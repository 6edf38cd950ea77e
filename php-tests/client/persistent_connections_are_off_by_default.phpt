--TEST--
Without gearman.persistent a connection ends with its client; the setting counts when a client is given its servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$before = own_sockets();
$function = unique_name('function');
$sockets = fn () => count(array_diff(own_sockets(), $before));

$client = client();
$client->doBackground($function, 'x');
var_dump($sockets());
ini_set('gearman.persistent', '1');
unset($client);
var_dump($sockets());

$client = client();
$client->doBackground($function, 'x');
ini_set('gearman.persistent', '0');
unset($client);
var_dump($sockets());

// One that keeps nothing takes nothing that was kept either.
$client = client();
$client->doBackground($function, 'x');
var_dump($sockets());
unset($client);
var_dump($sockets());
?>
--EXPECT--
int(1)
int(0)
int(1)
int(2)
int(1)
