--TEST--
With gearman.persistent=1 a TLS connection is used again by those who trust the same authority and show the same certificate, and by no other
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsTerminator::start();
$function = unique_name('function');
$others = own_sockets();
$trusted = Authority::trusted();
$certificate = $trusted->client();
$stranger = Authority::create('Other');

/** The connection that a client uses, none when it gets none. */
function used(?string $ca, ?string $certificate = null, ?string $key = null): array
{
    global $server, $function, $others;
    $kept = own_sockets();
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->setSSL(true, $ca, $certificate, $key);
    $client->addServer($server->host, $server->port, false);
    $queued = @$client->doBackground($function, 'x') !== '';
    $new = count(array_diff(own_sockets(), $kept));
    unset($client);
    return [$queued, $new, count(array_diff(own_sockets(), $others))];
}

$file = $trusted->certificate->file;
foreach (['the first', 'the same'] as $which) {
    echo $which, ' ', json_encode(used($file)), "\n";
}
ini_set('gearman.ssl_verify_peer_name', '0');
echo 'another rule for names ', json_encode(used($file)), "\n";
ini_set('gearman.ssl_verify_peer_name', '1');
echo 'a certificate ', json_encode(used($file, $certificate->file, $certificate->key)), "\n";
echo 'the same certificate ', json_encode(used($file, $certificate->file, $certificate->key)), "\n";
echo 'another authority ', json_encode(used($stranger->certificate->file)), "\n";

// The file may have another name, and what is in it counts.
$copy = tempnam(sys_get_temp_dir(), 'ca-');
at_the_end(fn () => unlink($copy));
copy($file, $copy);
echo 'the same under another name ', json_encode(used($copy)), "\n";
copy($stranger->certificate->file, $copy);
echo 'another under this name ', json_encode(used($copy)), "\n";
echo 'the first again ', json_encode(used($file)), "\n";
?>
--EXPECT--
the first [true,1,1]
the same [true,0,1]
another rule for names [true,1,2]
a certificate [true,1,3]
the same certificate [true,0,3]
another authority [false,0,3]
the same under another name [true,0,3]
another under this name [false,0,3]
the first again [true,0,3]
