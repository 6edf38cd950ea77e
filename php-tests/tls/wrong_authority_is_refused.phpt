--TEST--
A server whose certificate comes from another authority is refused, also when that has the name of the trusted one
--FILE--
<?php
require __DIR__ . '/tls.inc';

$certificate = Authority::trusted()->server();
print_refusals($certificate, Authority::create('Other Authority'));
print_refusals($certificate, Authority::create('Trusted Authority'));
?>
--EXPECT--
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
