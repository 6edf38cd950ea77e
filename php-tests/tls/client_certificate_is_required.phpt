--TEST--
A server that requires a client's certificate gets it; without one, or with a stranger's, every call fails and says so
--FILE--
<?php
require __DIR__ . '/tls.inc';

// TLS 1.3 refuses a client after its handshake is over, TLS 1.2 during it.
$trusted = Authority::trusted()->certificate->file;
$certificate = Authority::trusted()->client();
$stranger = Authority::create('Other')->client();
foreach (['TLS1.3', 'TLS1.2'] as $version) {
    echo "{$version}\n";
    $server = TlsTerminator::start(null, true, ["openssl-max-proto-version={$version}"]);
    $function = unique_name('function');

    print_refusal_of_client(tls_client($server));
    print_refusal_of_worker(tls_worker(['function' => fn () => ''], $server));
    $client = tls_client($server);
    $client->setSSL(true, $trusted, $stranger->file, $stranger->key);
    print_refusal_of_client($client);
    try {
        // With TLS 1.3 the refusal shows at the first call.
        var_dump($client->addServer($server->host, $server->port));
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), ': ', error_of($client), "\n";
    }

    $client->setSSL(true, $trusted, $certificate->file, $certificate->key);
    var_dump($client->doBackground($function, 'x') !== '');
    $worker = tls_worker([$function => fn () => ''], $server);
    $worker->setSSL(true, $trusted, $certificate->file, $certificate->key);
    var_dump($worker->work());
}
?>
--EXPECTF--
TLS1.3
%d doBackground(GEARMAN_%s) 127.0.0.1: the server refused the TLS connection: CertificateRequired (does it want a client certificate, or another one?)
%d work(GEARMAN_%s) 127.0.0.1: the server refused the TLS connection: CertificateRequired (does it want a client certificate, or another one?)
%d doBackground(GEARMAN_%s) 127.0.0.1: the server refused the TLS connection: UnknownCA (does it want a client certificate, or another one?)
bool(true)
bool(true)
bool(true)
TLS1.2
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: HandshakeFailure (does it want a client certificate, or another one?)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: HandshakeFailure (does it want a client certificate, or another one?)
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: UnknownCA (does it want a client certificate, or another one?)
Failed to set exception option: addServer(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: UnknownCA (does it want a client certificate, or another one?)
bool(true)
bool(true)
