--TEST--
setSSL() on a connected object holds from the next call on: a plain connection is not used any more
--FILE--
<?php
require __DIR__ . '/tls.inc';

$trusted = Authority::trusted()->certificate->file;
$plain = Gearmand::shared();
foreach ([new GearmanClient(), new GearmanWorker()] as $peer) {
    $peer->addServer($plain->host, $plain->port);
    var_dump($peer->ping('x'));
    $peer->setSSL(true, $trusted);
    var_dump(@$peer->ping('x'), $peer->returnCode() === GEARMAN_COULD_NOT_CONNECT);
    $peer->setSSL(false);
    var_dump($peer->ping('x'));
}

$server = TlsGearmand::start();
$client = tls_client($server);
$client->ping('x');
$client->setSSL(true, Authority::create('Other')->certificate->file);
print_refusal_of_client($client);
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
