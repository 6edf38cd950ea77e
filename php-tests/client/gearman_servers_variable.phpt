--TEST--
GEARMAN_SERVERS adds servers when a client or a worker is made
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$address = Gearmand::shared()->address();
putenv("GEARMAN_SERVERS={$address}");
$client = new GearmanClient();
$worker = new GearmanWorker();
putenv('GEARMAN_SERVERS');
var_dump($client->ping('x'), $worker->ping('x'));
var_dump(@(new GearmanClient())->ping('x'));
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
