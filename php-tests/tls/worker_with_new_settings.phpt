--TEST--
A worker that has worked, and whose new TLS settings refuse its server, fails at once: it has not reached a server with them
--FILE--
<?php
require __DIR__ . '/tls.inc';

$function = unique_name('function');
$plain = client();
$plain->doBackground($function, 'x');
$server = TlsTerminator::start();
$worker = tls_worker([$function => fn () => ''], $server);
var_dump($worker->work());

$worker->setSSL(true, Authority::create('Other')->certificate->file);
print_refusal_of_worker($worker);

$worker->setSSL(true, Authority::trusted()->certificate->file);
$plain->doBackground($function, 'x');
var_dump($worker->work());
?>
--EXPECT--
bool(true)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
bool(true)
