--TEST--
setSSL() without a CA file trusts what the system trusts, which is not our authority
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$client = tls_client($server);
var_dump($client->setSSL());
print_refusal_of_client($client);
?>
--EXPECT--
bool(true)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
