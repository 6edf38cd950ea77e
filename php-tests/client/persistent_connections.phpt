--TEST--
With gearman.persistent=1 one client after the other uses the same connection, each of several at a time its own
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$before = own_sockets();
$used = [];
for ($i = 0; $i < 50; $i++) {
    $client = client($server);
    $client->doBackground('function', "{$i}");
    array_push($used, ...array_diff(own_sockets(), $before));
    unset($client);
}
var_dump(count($used), count(array_unique($used)), $server->admin->queue('function')['jobs']);

// At most gearman.persistent_max of them stay.
ini_set('gearman.persistent_max', '2');
$clients = [];
for ($i = 0; $i < 3; $i++) {
    $clients[] = client($server);
    end($clients)->doBackground('function', 'at the same time');
}
var_dump(count(array_diff(own_sockets(), $before)));
$clients = null;
$kept = array_diff(own_sockets(), $before);
var_dump(count($kept));

// The server has as many, and the one that asks.
eventually('the other one is closed', fn () => count($server->admin->ask('workers')) === 3);

// A client that is constructed again goes on with one of them.
$client = client($server);
$client->__construct();
$client->addServer($server->host, $server->port);
$client->doBackground('function', 'again');
var_dump(array_diff(own_sockets(), $before) === $kept, $server->admin->queue('function')['jobs']);
?>
--EXPECT--
int(50)
int(1)
int(50)
int(3)
int(2)
bool(true)
int(54)
