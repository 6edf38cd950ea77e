--TEST--
jobStatus() finds a job on a live server when another one is dead
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::start();
$handle = client($alive)->doBackground('function', 'x');

$client = new GearmanClient();
$client->addServer('127.0.0.1', Gearmand::freePort(), false);
$client->addServer($alive->host, $alive->port, false);
echo json_encode($client->jobStatus($handle)), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
[true,false,0,0] 0
