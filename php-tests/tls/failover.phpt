--TEST--
A client goes from a TLS server that is dead, untrusted or plain to the next one, and from one that dies as well
--FILE--
<?php
require __DIR__ . '/tls.inc';

$good = TlsGearmand::start();
$dead = TlsGearmand::start();
$dead->kill();
$bad = [
    'dead' => $dead,
    'untrusted' => TlsGearmand::start(Authority::create('Other')->server()),
    'misnamed' => TlsGearmand::start(Authority::trusted()->server(['DNS:queue.example'])),
];
foreach ($bad as $what => $server) {
    var_dump(tls_client($server, $good)->doBackground($what, 'x') !== '');
    var_dump($good->admin->jobs($what));
}
$plain = Gearmand::shared();
$client = tls_client();
$client->addServer($plain->host, $plain->port, false);
$client->addServer($good->host, $good->port, false);
var_dump($client->doBackground('plain', 'x') !== '', $good->admin->jobs('plain'));

foreach (['kill', 'stop'] as $end) {
    $first = TlsGearmand::start();
    $client = tls_client($first, $good);
    $client->doBackground($end, 'x');
    var_dump($first->admin->jobs($end));
    $first->$end();
    var_dump($client->doBackground($end, 'y') !== '', $client->returnCode(), $good->admin->jobs($end));
    $first->restart();
    $good->$end();
    var_dump($client->doBackground($end, 'z') !== '', $client->returnCode(), $first->admin->jobs($end));
    $good->restart();
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
int(1)
bool(true)
int(0)
int(1)
bool(true)
int(0)
int(1)
int(1)
bool(true)
int(0)
int(1)
bool(true)
int(0)
int(1)
