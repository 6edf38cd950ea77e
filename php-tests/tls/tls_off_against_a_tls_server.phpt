--TEST--
Without setSSL() a gearmand that wants TLS hangs up: every call fails at once and says so, and no job gets through
--FILE--
<?php
require __DIR__ . '/tls.inc';

$peer = function (string $class): GearmanClient|GearmanWorker {
    $server = TlsGearmand::start();
    $peer = new $class();
    $peer->setTimeout(DEADLINE_MILLISECONDS);
    $peer->addServer($server->host, $server->port, false);
    return $peer;
};
print_refusal_of_client($peer(GearmanClient::class));
$worker = $peer(GearmanWorker::class);
$worker->addFunction('function', fn () => '');
print_refusal_of_worker($worker);
foreach ([GearmanClient::class, GearmanWorker::class] as $class) {
    $pinging = $peer($class);
    var_dump(@$pinging->ping('x'), error_of($pinging));
    // The server takes the connection, so there is nothing to throw yet.
    $asking = $peer($class);
    var_dump($asking->enableExceptionHandler(), @$asking->ping('x'), error_of($asking));
}
?>
--EXPECTF--
14 doBackground(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)
14 work(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)
bool(false)
string(%d) "ping(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)"
bool(true)
bool(false)
string(%d) "ping(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)"
bool(false)
string(%d) "ping(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)"
bool(true)
bool(false)
string(%d) "ping(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection (did gearmand end? its log may say why)"
