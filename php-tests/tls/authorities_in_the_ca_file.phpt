--TEST--
The CA file may hold several authorities, and an intermediate one, which gearmand does not send
--FILE--
<?php
require __DIR__ . '/tls.inc';

$root = Authority::create('Root');
$intermediate = $root->intermediate('Intermediate');
$server = TlsTerminator::start($intermediate->server());
$client = tls_client($server);
$try = function (string $what, Authority ...$authorities) use ($client) {
    $file = tempnam(sys_get_temp_dir(), 'gearman-ca-');
    foreach ($authorities as $authority) {
        // Comments between certificates are usual, and Windows' line ends happen.
        $certificate = str_replace("\n", "\r\n", file_get_contents($authority->certificate->file));
        file_put_contents($file, "# an authority\n{$certificate}\n", FILE_APPEND);
    }
    $client->setSSL(true, $file);
    unlink($file);
    echo "{$what}: ";
    echo @$client->ping('x') ? "accepted\n" : $client->returnCode() . "\n";
};
$try('root', $root);
$try('intermediate', $intermediate);
$try('both', $root, $intermediate);
$try('another, then the intermediate', Authority::trusted(), $intermediate);
$try('another', Authority::trusted());
?>
--EXPECT--
root: 26
intermediate: accepted
both: accepted
another, then the intermediate: accepted
another: 26
