--TEST--
TLS 1.3 and 1.2 are spoken, 1.1 and 1.0 are not
--FILE--
<?php
require __DIR__ . '/tls.inc';

foreach (['TLS1.3', 'TLS1.2', 'TLS1.1', 'TLS1'] as $version) {
    // OpenSSL itself offers the old ones only at security level 0.
    $server = TlsTerminator::start(options: [
        "openssl-min-proto-version={$version}", "openssl-max-proto-version={$version}", 'cipher=DEFAULT:@SECLEVEL=0',
    ]);
    $client = tls_client($server);
    echo "{$version}: ", @$client->ping('x') ? 'spoken' : error_of($client), "\n";
}
?>
--EXPECT--
TLS1.3: spoken
TLS1.2: spoken
TLS1.1: ping(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: ProtocolVersion (TLS 1.2 and 1.3 are spoken here)
TLS1: ping(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: ProtocolVersion (TLS 1.2 and 1.3 are spoken here)
