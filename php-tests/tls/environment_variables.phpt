--TEST--
GEARMAND_CA_CERTIFICATE turns TLS on; arguments of setSSL() come before the variables
--FILE--
<?php
require __DIR__ . '/tls.inc';

$tls = TlsTerminator::start();
$plain = Gearmand::shared();
$trusted = Authority::trusted()->certificate->file;
$other = Authority::create('Other')->certificate->file;
$try = function (string $what, array $arguments = [], TlsTerminator|Gearmand|null $server = null) use ($tls) {
    $server ??= $tls;
    $results = [];
    foreach ([new GearmanClient(), new GearmanWorker()] as $peer) {
        if ($arguments !== []) {
            $peer->setSSL(...$arguments);
        }
        $peer->addServer($server->host, $server->port, false);
        $results[] = @$peer->ping('x') ? 'reached' : 'refused';
    }
    echo str_pad("{$what}:", 40), implode(' ', $results), "\n";
};

$try('no variable');
putenv('GEARMAND_CA_CERTIFICATE=');
$try('an empty one');
putenv("GEARMAND_CA_CERTIFICATE={$trusted}");
$try('the variable');
$try('the variable and setSSL()', [true]);
$try('the variable and setSSL(true, null)', [true, null]);
$try('the variable, setSSL() names another', [true, $other]);
$try('the variable, setSSL(false)', [false]);
$try('the same, to a plain server', [false], $plain);
$try('the variable, to a plain server', [], $plain);
putenv("GEARMAND_CA_CERTIFICATE={$other}");
$try('the variable names another');
$try('the same, setSSL() the right one', [true, $trusted]);
?>
--EXPECT--
no variable:                            refused refused
an empty one:                           refused refused
the variable:                           reached reached
the variable and setSSL():              reached reached
the variable and setSSL(true, null):    reached reached
the variable, setSSL() names another:   refused refused
the variable, setSSL(false):            refused refused
the same, to a plain server:            reached reached
the variable, to a plain server:        refused refused
the variable names another:             refused refused
the same, setSSL() the right one:       reached reached
