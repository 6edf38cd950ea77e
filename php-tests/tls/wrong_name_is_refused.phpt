--TEST--
A server whose certificate is for another name is refused, and the warning tells what it is for
--FILE--
<?php
require __DIR__ . '/tls.inc';

print_refusals(Authority::trusted()->server(['DNS:queue.example', 'IP:192.0.2.1']));
// The common name is localhost; a name there counts for nothing since RFC 6125.
print_refusals(Authority::trusted()->server([]));
?>
--EXPECTF--
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name%Squeue.example, 192.0.2.1%S
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name%Squeue.example, 192.0.2.1%S
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name: it has no subjectAltName (issue one that names the server)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is for another name: it has no subjectAltName (issue one that names the server)
