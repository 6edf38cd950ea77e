--TEST--
Client keys: elliptic curve, Ed25519 and RSA, in the new and the traditional format, also in one file with the certificate
--FILE--
<?php
require __DIR__ . '/tls.inc';

$trusted = Authority::trusted()->certificate->file;
$server = TlsTerminator::start(requiresCertificate: true);
$try = function (string $what, Certificate $certificate) use ($server, $trusted) {
    $client = tls_client($server);
    $client->setSSL(true, $trusted, $certificate->file, $certificate->key);
    echo strtok(file_get_contents($certificate->key), "\n"), " {$what}: ", json_encode($client->ping('x')), "\n";
};
foreach (['elliptic' => Authority::ELLIPTIC, 'Edwards' => Authority::EDWARDS, 'RSA' => Authority::RSA] as $kind => $algorithm) {
    $certificate = Authority::trusted()->client($algorithm);
    $try($kind, $certificate);
    if ($algorithm === Authority::EDWARDS) {
        continue;
    }
    $traditional = "{$certificate->key}.traditional";
    openssl(['pkey', '-traditional', '-in', $certificate->key, '-out', $traditional]);
    $try($kind, new Certificate($certificate->file, $traditional));
}
$both = "{$certificate->file}.both";
file_put_contents($both, file_get_contents($certificate->file) . file_get_contents($certificate->key));
$try('in one file', new Certificate($both, $both));
// `openssl ecparam -genkey` writes the curve before the key.
$parameters = "{$certificate->file}.parameters";
openssl(['ecparam', '-name', 'prime256v1', '-out', $parameters]);
$elliptic = Authority::trusted()->client();
$withParameters = "{$elliptic->key}.parameters";
openssl(['pkey', '-traditional', '-in', $elliptic->key, '-out', $withParameters]);
file_put_contents($withParameters, file_get_contents($parameters) . file_get_contents($withParameters));
$try('then a key', new Certificate($elliptic->file, $withParameters));
?>
--EXPECT--
-----BEGIN PRIVATE KEY----- elliptic: true
-----BEGIN EC PRIVATE KEY----- elliptic: true
-----BEGIN PRIVATE KEY----- Edwards: true
-----BEGIN PRIVATE KEY----- RSA: true
-----BEGIN RSA PRIVATE KEY----- RSA: true
-----BEGIN CERTIFICATE----- in one file: true
-----BEGIN EC PARAMETERS----- then a key: true
