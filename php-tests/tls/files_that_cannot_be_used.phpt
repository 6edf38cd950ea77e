--TEST--
Files that are missing, unreadable or hold something else: a warning that names the file, false, return code 49
--FILE--
<?php
require __DIR__ . '/tls.inc';

$directory = sys_get_temp_dir() . '/gearman-files-' . bin2hex(random_bytes(8));
mkdir($directory);
at_the_end(function () use ($directory) {
    array_map('unlink', glob("{$directory}/*"));
    rmdir($directory);
});
$pem = fn (string $label, string $content) => "-----BEGIN {$label}-----\n{$content}\n-----END {$label}-----\n";
$contents = [
    'empty' => '',
    'garbage' => random_bytes(1000),
    'not-base64' => $pem('CERTIFICATE', 'no! base64!') . $pem('PRIVATE KEY', 'no! base64!'),
    'no-certificate' => $pem('CERTIFICATE', base64_encode('nonsense')) . $pem('PRIVATE KEY', base64_encode('nonsense')),
    'cut-off' => "-----BEGIN CERTIFICATE-----\nMIIB",
];
foreach ($contents as $name => $content) {
    file_put_contents("{$directory}/{$name}", $content);
}
// Root may read any file, but not follow a link to itself.
symlink("{$directory}/unreadable", "{$directory}/unreadable");
$files = [
    ...array_map(fn (string $name) => "{$directory}/{$name}", ['missing', 'unreadable', ...array_keys($contents)]),
    'directory' => $directory,
    'NUL' => "/etc/ssl\0/nothing",
];

$trusted = Authority::trusted()->certificate;
$own = Authority::trusted()->client();
$warning = null;
set_error_handler(function (int $level, string $text) use (&$warning) {
    $warning = $text;
    return $level === E_WARNING;
});
foreach (['CA', 'certificate', 'key'] as $which) {
    $unusable = $which === 'key' ? [...$files, $own->file] : [...$files, $own->key];
    foreach ($unusable as $file) {
        foreach ([new GearmanClient(), new GearmanWorker()] as $peer) {
            $warning = null;
            $result = match ($which) {
                'CA' => $peer->setSSL(true, $file),
                'certificate' => $peer->setSSL(true, $trusted->file, $file, $own->key),
                'key' => $peer->setSSL(true, $trusted->file, $own->file, $file),
            };
            $named = str_contains((string) $warning, '"' . str_replace("\0", '\0', $file) . '"');
            if ($result !== false || $peer->returnCode() !== 49 || !$named || !str_contains($warning, "the {$which} ")) {
                echo "{$which} ", json_encode([$file, $result, $peer->returnCode(), $warning]), "\n";
            }
            if (!str_ends_with($warning, $peer->error()) || str_contains($warning, 'os error')) {
                echo "{$warning} is not {$peer->error()}\n";
            }
        }
    }
    echo count($unusable), " {$which} files refused\n";
}
restore_error_handler();

(new GearmanClient())->setSSL(true, '/nonexistent/ca.pem');
(new GearmanWorker())->setSSL(true, $trusted->file, '/etc', $own->key);
?>
--EXPECTF--
10 CA files refused
10 certificate files refused
10 key files refused

Warning: GearmanClient::setSSL(): setSSL(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nonexistent/ca.pem": no such file or directory in %s on line %d

Warning: GearmanWorker::setSSL(): setSSL(GEARMAN_INVALID_ARGUMENT) cannot read the certificate file "/etc": is a directory in %s on line %d
