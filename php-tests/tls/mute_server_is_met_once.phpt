--TEST--
A server that is mute in the TLS handshake is met by one request only, though each has a client of its own
--INI--
gearman.connect_timeout=30000
--FILE--
<?php
require __DIR__ . '/tls.inc';

$mute = ScriptedServer::start(function ($connection, Child $test, int $number) {
    $test->send([$number, stream_get_contents($connection)]);
});
$live = TlsGearmand::start();
foreach ([200, DEADLINE_MILLISECONDS, DEADLINE_MILLISECONDS, DEADLINE_MILLISECONDS] as $timeout) {
    $client = new GearmanClient();
    $client->setSSL(true, Authority::trusted()->certificate->file);
    $client->addServer('127.0.0.1', $mute->port, false);
    $client->addServer($live->host, $live->port, false);
    $client->setTimeout($timeout);
    $client->addTaskBackground('function', 'x');
    $results[] = @$client->runTasks();
}
echo json_encode($results), "\n";
unset($client);
$probe = stream_socket_client("tcp://127.0.0.1:{$mute->port}");
fwrite($probe, 'probe');
fclose($probe);
do {
    [$number, $said] = $mute->receive();
} while ($said !== 'probe');
echo "connections before this one: ", $number - 1, "\n";
?>
--EXPECT--
[false,true,true,true]
connections before this one: 1
