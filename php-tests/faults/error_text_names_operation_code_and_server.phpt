--TEST--
A warning names the operation, the code, the server and what happened
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$client = new GearmanClient();
$client->addServer('127.0.0.1', $port, false);
$client->doBackground('function', 'x');
echo str_replace((string) $port, 'PORT', $client->error()), "\n";

$worker = new GearmanWorker();
$worker->addServer('127.0.0.1', $port, false);
$worker->addFunction('function', 'strlen');
$worker->work();
echo str_replace((string) $port, 'PORT', $worker->error()), "\n";
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:%d: connection refused (is gearmand running there, and does it listen on this address?) in %s on line %d
doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:PORT: connection refused (is gearmand running there, and does it listen on this address?)

Warning: GearmanWorker::work(): work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:%d: connection refused (is gearmand running there, and does it listen on this address?) in %s on line %d
work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:PORT: connection refused (is gearmand running there, and does it listen on this address?)
