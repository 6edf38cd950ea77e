--TEST--
Handshakes that succeed and handshakes that fail leave no descriptor open and take no memory
--FILE--
<?php
require __DIR__ . '/tls.inc';

$good = TlsTerminator::start();
$untrusted = TlsTerminator::start(Authority::create('Other')->server());
$plain = Gearmand::shared();
$round = function () use ($good, $untrusted, $plain) {
    tls_client($good)->ping('x');
    @tls_client($untrusted)->ping('x');
    $client = tls_client();
    $client->addServer($plain->host, $plain->port, false);
    @$client->ping('x');
};
$descriptors = fn () => count(scandir('/proc/self/fd'));
for ($i = 0; $i < 20; $i++) {
    $round();
}
$before = [$descriptors(), resident_bytes()];
for ($i = 0; $i < 200; $i++) {
    $round();
}
var_dump($descriptors() - $before[0], resident_bytes() - $before[1] < 2_000_000);
?>
--EXPECT--
int(0)
bool(true)
