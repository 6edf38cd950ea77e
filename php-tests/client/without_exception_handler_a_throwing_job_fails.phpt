--TEST--
A client that did not ask for exceptions sees a job that threw as failed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$raise = unique_name('raise');
start_worker([$raise => function (GearmanJob $job) {
    throw new LogicException('boom');
}]);
$server = Gearmand::shared();
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer($server->host, $server->port, false);
var_dump($client->doNormal($raise, 'x'), $client->returnCode() === GEARMAN_WORK_FAIL);
?>
--EXPECT--
string(0) ""
bool(true)
