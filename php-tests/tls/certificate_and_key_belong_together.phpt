--TEST--
A certificate without its key, a key without its certificate, a key of another certificate and an encrypted key are refused
--FILE--
<?php
require __DIR__ . '/tls.inc';

$trusted = Authority::trusted()->certificate->file;
$own = Authority::trusted()->client();
$other = Authority::trusted()->client();
$encrypted = "{$own->key}.encrypted";
openssl(['pkcs8', '-topk8', '-in', $own->key, '-out', $encrypted, '-passout', 'pass:secret']);

$client = new GearmanClient();
$try = function (string $what, ?string $certificate, ?string $key) use ($client, $trusted) {
    echo "{$what}: ", json_encode(@$client->setSSL(true, $trusted, $certificate, $key)), " {$client->returnCode()}\n";
    echo preg_replace('/"[^"]*"/', '"..."', (string) $client->error()), "\n";
};
$try('no key', $own->file, null);
$try('no certificate', null, $own->key);
$try('the key of another', $own->file, $other->key);
$try('an encrypted key', $own->file, $encrypted);
putenv("GEARMAN_CLIENT_PEM={$own->file}");
$try('no key, from the environment', null, null);
putenv("GEARMAN_CLIENT_KEY={$own->key}");
$try('both from the environment', null, null);
$try('another certificate than the key of the environment', $other->file, null);
$try('empty names are no names', '', '');
?>
--EXPECT--
no key: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) a client certificate was given without its key (setSSL() takes both)
no certificate: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) a client key was given without its certificate (setSSL() takes both)
the key of another: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) cannot use the certificate file "..." with the key file "...": they do not belong together
an encrypted key: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) cannot read the key file "...": it holds no key, or an encrypted one (openssl pkey decrypts it)
no key, from the environment: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) a client certificate was given without its key (setSSL() takes both)
both from the environment: true 0

another certificate than the key of the environment: false 49
setSSL(GEARMAN_INVALID_ARGUMENT) cannot use the certificate file "..." with the key file "...": they do not belong together
empty names are no names: true 0
