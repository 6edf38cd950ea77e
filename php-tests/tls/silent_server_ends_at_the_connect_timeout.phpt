--TEST--
A server that never answers the TLS handshake costs gearman.connect_timeout, and the warning names the handshake
--INI--
gearman.connect_timeout=1000
--FILE--
<?php
require __DIR__ . '/tls.inc';

// It takes connections in its backlog, and no more.
$silent = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($silent, false), ':'), 1);
$live = TlsGearmand::start();

$started = microtime(true);
$client = tls_client();
$client->addServer('127.0.0.1', $port, false);
print_refusal_of_client($client);
$worker = tls_worker(['function' => fn () => '']);
$worker->addServer('127.0.0.1', $port, false);
print_refusal_of_worker($worker);
var_dump(microtime(true) - $started >= 2.0);

// It is remembered, so with another server at hand nobody goes there.
$client->addServer($live->host, $live->port, false);
var_dump($client->doBackground('function', 'x') !== '');
for ($connections = 0; @stream_socket_accept($silent, 0) !== false; $connections++);
echo "{$connections} connections\n";
?>
--EXPECT--
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: no answer to the TLS handshake within 1000 ms (is this the port that gearmand serves TLS on?)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: no answer to the TLS handshake within 1000 ms (is this the port that gearmand serves TLS on?)
bool(true)
bool(true)
2 connections
