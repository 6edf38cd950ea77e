--TEST--
When the environment asks for TLS and its files cannot be read, nothing is sent in the clear
--FILE--
<?php
require __DIR__ . '/tls.inc';

$plain = Gearmand::shared();
putenv('GEARMAND_CA_CERTIFICATE=/nonexistent/ca.pem');
foreach ([GearmanClient::class, GearmanWorker::class] as $class) {
    $peer = new $class();
    $peer->addServer($plain->host, $plain->port, false);
    var_dump(@$peer->ping('secret'), $peer->returnCode());
    echo error_of($peer), "\n";
    $peer->setSSL(false);
    var_dump($peer->ping('plain'));
}
?>
--EXPECTF--
Warning: GearmanClient::__construct(): %s(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nonexistent/ca.pem": no such file or directory in %s on line %d
bool(false)
int(49)
ping(GEARMAN_INVALID_ARGUMENT) 127.0.0.1: cannot read the CA file "/nonexistent/ca.pem": no such file or directory
bool(true)

Warning: GearmanWorker::__construct(): %s(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nonexistent/ca.pem": no such file or directory in %s on line %d
bool(false)
int(49)
ping(GEARMAN_INVALID_ARGUMENT) 127.0.0.1: cannot read the CA file "/nonexistent/ca.pem": no such file or directory
bool(true)
