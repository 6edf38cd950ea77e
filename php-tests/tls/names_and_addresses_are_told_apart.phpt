--TEST--
A host given by name needs the name in the certificate, one given by address needs the address
--FILE--
<?php
require __DIR__ . '/tls.inc';

$names = [['DNS:localhost'], ['IP:127.0.0.1'], ['DNS:localhost', 'IP:127.0.0.1'], ['DNS:127.0.0.1'], ['DNS:*.localhost']];
foreach ($names as $name) {
    $server = TlsTerminator::start(Authority::trusted()->server($name));
    echo str_pad(implode(' ', $name), 26);
    foreach (['localhost', '127.0.0.1', 'LocalHost'] as $host) {
        $client = tls_client();
        $client->addServer($host, $server->port, false);
        echo @$client->ping('x') ? ' yes' : ' no';
    }
    echo "\n";
}
?>
--EXPECT--
DNS:localhost              yes no yes
IP:127.0.0.1               no yes no
DNS:localhost IP:127.0.0.1 yes yes yes
DNS:127.0.0.1              no no no
DNS:*.localhost            no no no
