--TEST--
A server's certificate that has expired, or is not valid yet, is refused
--FILE--
<?php
require __DIR__ . '/tls.inc';

print_refusals(Authority::trusted()->server(from: '-3 days', until: '-1 minute'));
print_refusals(Authority::trusted()->server(from: '+1 hour', until: '+3 days'));
?>
--EXPECT--
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate has expired (give the server a new one)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate has expired (give the server a new one)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid yet (is the clock right?)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate is not valid yet (is the clock right?)
