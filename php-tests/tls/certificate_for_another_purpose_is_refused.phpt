--TEST--
A client's certificate, and an authority's own, are no server's certificates
--FILE--
<?php
require __DIR__ . '/tls.inc';

print_refusals(Authority::trusted()->client());
print_refusals(Authority::trusted()->certificate);
$selfSigned = Authority::create('localhost');
print_refusals($selfSigned->certificate, $selfSigned);
?>
--EXPECTF--
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid: %sfor server authentication, allows client authentication
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid: %sfor server authentication, allows client authentication
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is an authority's own (CA:TRUE), which no server may use (issue one for the server from it)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is an authority's own (CA:TRUE), which no server may use (issue one for the server from it)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is an authority's own (CA:TRUE), which no server may use (issue one for the server from it)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is an authority's own (CA:TRUE), which no server may use (issue one for the server from it)
