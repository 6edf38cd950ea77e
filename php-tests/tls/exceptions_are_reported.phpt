--TEST--
addServer() with its exception handler over TLS: exceptions reach the client, and a server that is refused throws
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
Child::run(function () use ($server) {
    $worker = tls_worker(['throws' => fn () => throw new DomainException('over TLS')], $server);
    try {
        $worker->work();
    } catch (DomainException) {
    }
});
$client = tls_client();
var_dump($client->addServer($server->host, $server->port));
$client->setExceptionCallback(function (GearmanTask $task) {
    echo $task->data(), "\n";
});
$client->addTask('throws', 'x');
var_dump($client->runTasks());

$untrusted = TlsGearmand::start(Authority::create('Other')->server());
foreach ([tls_client(), tls_worker([])] as $peer) {
    try {
        $peer->addServer($untrusted->host, $untrusted->port);
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), ': ', error_of($peer), "\n";
    }
}
?>
--EXPECT--
bool(true)
DomainException: over TLS
bool(true)
Failed to set exception option: addServer(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
Failed to set exception option: addServer(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server's certificate was not issued by a trusted authority (give setSSL() the CA file of the one that issued it)
