--TEST--
After a restart of gearmand connections that were kept are replaced without a warning; a server that is gone is told
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
for ($i = 0; $i < 5; $i++) {
    $clients = [client($server), client($server)];
    array_map(fn (GearmanClient $client) => $client->doBackground('function', 'x'), $clients);
    unset($clients);
    $server->restart();
    $client = client($server);
    var_dump($client->doBackground('function', 'x') !== '', $server->admin->queue('function')['jobs']);
    unset($client);
}

$server->kill();
try {
    client($server);
} catch (GearmanException $exception) {
    echo $exception->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
int(1)
bool(true)
int(1)
bool(true)
int(1)
bool(true)
int(1)
bool(true)
int(1)
Failed to set exception option
