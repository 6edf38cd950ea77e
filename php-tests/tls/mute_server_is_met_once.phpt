--TEST--
A server that is mute in the TLS handshake is remembered by a call that had no time to wait for it
--FILE--
<?php
require __DIR__ . '/tls.inc';

$mute = ScriptedServer::start(fn ($connection) => stream_get_contents($connection));
$live = TlsGearmand::start();
$codes = [];
for ($request = 0; $request < 4; $request++) {
    $client = new GearmanClient();
    $client->setSSL(true, Authority::trusted()->certificate->file);
    $client->addServer('127.0.0.1', $mute->port, false);
    $client->addServer($live->host, $live->port, false);
    $client->setTimeout($request === 0 ? 100 : 20_000);
    $client->addTaskBackground('function', 'x');
    @$client->runTasks();
    $codes[] = $client->returnCode();
}
echo implode(' ', $codes), "\n";
?>
--EXPECT--
47 0 0 0
