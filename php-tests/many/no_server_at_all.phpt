--TEST--
Without a server that can be reached each workload is read, and none is queued
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([[], [Gearmand::freePort()]] as $ports) {
    $client = new GearmanRs\Client();
    foreach ($ports as $port) {
        $client->addServer('127.0.0.1', $port, false);
    }
    $workloads = new ArrayIterator(['a', 'b', 'c']);
    echo json_encode($client->doBackgroundMany('function', $workloads)), ' ', $client->returnCode(), "\n";
    var_dump($workloads->valid());
}
?>
--EXPECTF--
Warning: GearmanRs\Client::doBackgroundMany(): doBackgroundMany(GEARMAN_NO_SERVERS) no server was added (call addServer() first); 3 of 3 jobs were taken by no server in %s on line %d
["","",""] 13
bool(false)

Warning: GearmanRs\Client::doBackgroundMany(): doBackgroundMany(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:%d: connection refused (is gearmand running there, and does it listen on this address?); 3 of 3 jobs were taken by no server in %s on line %d
["","",""] 26
bool(false)
