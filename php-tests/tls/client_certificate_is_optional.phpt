--TEST--
gearmand asks for no client's certificate: it serves clients without one, with one, and with a stranger's
--FILE--
<?php
require __DIR__ . '/tls.inc';

// Measured on gearmand 1.1.21: it reads --ssl-ca-file, and never asks. Its TLS keeps no client out.
$server = TlsGearmand::start();
foreach ([null, Authority::trusted()->client(), Authority::create('Other')->client()] as $certificate) {
    $client = tls_client($server);
    $worker = tls_worker(['function' => fn () => ''], $server);
    if ($certificate !== null) {
        foreach ([$client, $worker] as $peer) {
            $peer->setSSL(true, Authority::trusted()->certificate->file, $certificate->file, $certificate->key);
        }
    }
    var_dump($client->doBackground('function', 'x') !== '', $worker->work());
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
