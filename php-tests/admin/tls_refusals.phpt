--TEST--
A server that cannot be trusted, or speaks no TLS, is not asked
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';
require __DIR__ . '/admin.inc';

[$secure, $plain] = [TlsGearmand::start(), Gearmand::start()];
$names = [
    'SECURE' => "{$secure->host}:{$secure->port}",
    'PLAIN' => $plain->address(),
    // It says one or the other, as it comes.
    'the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)' => 'the server closed the connection during the TLS handshake (does it speak TLS?)',
];
$types = fn (GearmanRs\Admin $admin) => fn () => array_map(get_debug_type(...), $admin->versions());
$admin = administrator($names['SECURE'], $names['PLAIN']);
$admin->setSSL(true, Authority::trusted()->certificate->file);
show('trusted', $types($admin), $names);
$admin->setSSL(true, Authority::create('other')->certificate->file);
show('another authority', $types($admin), $names);
show('no file', fn () => $admin->setSSL(true, '/nowhere'), $names);
show('then', $types($admin), $names);
$admin = administrator($plain);
@$admin->setSSL(true, '/nowhere');
$admin->setSSL(false);
show('off', $types($admin), $names);
?>
--EXPECT--
trusted: {"SECURE":"string","PLAIN":"null"}
GearmanRs\Admin::versions(): versions(GEARMAN_COULD_NOT_CONNECT) PLAIN: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
another authority: {"SECURE":"null","PLAIN":"null"}
GearmanRs\Admin::versions(): versions(GEARMAN_COULD_NOT_CONNECT) SECURE: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
GearmanRs\Admin::versions(): versions(GEARMAN_COULD_NOT_CONNECT) PLAIN: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
no file: false
GearmanRs\Admin::setSSL(): setSSL(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nowhere": no such file or directory
then: {"SECURE":"null","PLAIN":"null"}
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_ARGUMENT) SECURE: cannot read the CA file "/nowhere": no such file or directory
GearmanRs\Admin::versions(): versions(GEARMAN_INVALID_ARGUMENT) PLAIN: cannot read the CA file "/nowhere": no such file or directory
off: {"PLAIN":"string"}
