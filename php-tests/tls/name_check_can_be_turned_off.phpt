--TEST--
gearman.ssl_verify_peer_name=0 accepts another name, and nothing else that is wrong with a certificate
--INI--
gearman.ssl_verify_peer_name=0
--FILE--
<?php
require __DIR__ . '/tls.inc';

$names = ['DNS:queue.example'];
$server = TlsGearmand::start(Authority::trusted()->server($names));
$unchecked = tls_client($server);
var_dump($unchecked->doBackground('function', 'x') !== '');
var_dump(tls_worker(['function' => fn () => ''], $server)->work());

print_refusals(Authority::create('Other')->server($names));
print_refusals(Authority::trusted()->server($names, '-3 days', '-2 days'));
print_refusals(Authority::trusted()->client());

echo "back on, for what is configured from now on\n";
ini_set('gearman.ssl_verify_peer_name', '1');
var_dump($unchecked->doBackground('function', 'x') !== '');
print_refusals(Authority::trusted()->server($names));
?>
--EXPECTF--
bool(true)
bool(true)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate has expired (give the server a new one)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate has expired (give the server a new one)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid: %s
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid: %s
back on, for what is configured from now on
bool(true)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name%S
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name%S
