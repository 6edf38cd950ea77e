--TEST--
A TLS handshake and an answer whose bytes come one by one
--FILE--
<?php
require __DIR__ . '/tls.inc';

$gearmand = TlsGearmand::start();
start_tls_worker(['function' => fn (GearmanJob $job) => $job->workload()], $gearmand);
$slow = ScriptedServer::start(function ($connection) use ($gearmand) {
    relay($connection, $gearmand, fn (string $bytes) => str_split($bytes));
});
$client = tls_client();
$client->addServer('127.0.0.1', $slow->port, false);
$workload = random_bytes(1000);
var_dump($client->doNormal('function', $workload) === $workload, $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
