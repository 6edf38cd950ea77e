--TEST--
Neither function nor workload nor result can be read between client and server
--FILE--
<?php
require __DIR__ . '/tls.inc';

$gearmand = TlsGearmand::start();
start_tls_worker(['the-function' => fn () => 'the-result'], $gearmand);
$tapped = ScriptedServer::start(function ($connection, Child $test) use ($gearmand) {
    $passed = '';
    relay($connection, $gearmand, function (string $bytes) use (&$passed) {
        $passed .= $bytes;
        return [$bytes];
    });
    $test->send($passed);
});

$client = tls_client();
$client->addServer('127.0.0.1', $tapped->port, false);
var_dump($client->doNormal('the-function', 'the-workload'));
unset($client);

$passed = $tapped->receive();
var_dump(strlen($passed) > 500);
foreach (['the-function', 'the-workload', 'the-result', "\0REQ", "\0RES"] as $secret) {
    var_dump(str_contains($passed, $secret));
}
?>
--EXPECT--
string(10) "the-result"
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
