--TEST--
When every server is refused, the warning tells of each why
--FILE--
<?php
require __DIR__ . '/tls.inc';

$client = tls_client(
    TlsGearmand::start(Authority::create('Other')->server()),
    TlsGearmand::start(Authority::trusted()->server(from: '-2 days', until: '-1 day')),
);
var_dump($client->doBackground('function', 'x'), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:%d: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it); 127.0.0.1:%d: the server's certificate has expired (give the server a new one) in %s on line %d
string(0) ""
int(26)
