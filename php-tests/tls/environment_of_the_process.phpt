--TEST--
A script that knows nothing of TLS uses it when the environment says so
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$door = TlsTerminator::start(requiresCertificate: true);
$certificate = Authority::trusted()->client();
$script = 'echo json_encode((new GearmanClient())->doBackground("function", "x") !== ""), "\n";';
foreach ([$server, $door] as $peer) {
    $environment = [
        'GEARMAN_SERVERS' => "{$peer->host}:{$peer->port}",
        'GEARMAND_CA_CERTIFICATE' => Authority::trusted()->certificate->file,
    ];
    if ($peer === $door) {
        $environment += ['GEARMAN_CLIENT_PEM' => $certificate->file, 'GEARMAN_CLIENT_KEY' => $certificate->key];
    }
    echo run_php(['-r', $script], $environment)['output'];
}
?>
--EXPECT--
true
true
