--TEST--
A client whose task no server took tries again when its stream says so, with pauses
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$client = new GearmanRs\Client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->addServer('127.0.0.1', $port, false);
$created = false;
$client->setCreatedCallback(function () use (&$created) {
    $created = true;
});
$client->addTaskBackground('function', 'x');
$calls = 0;
$run = function () use ($client, &$calls) {
    $calls++;
    @$client->runTasks();
};
loop([[$client->stream(), $run]], function () use (&$calls) {
    return $calls > 4;
});
$server = Gearmand::startAt('127.0.0.1', $port);
loop([[$client->stream(), $run]], function () use (&$created) {
    return $created;
});
var_dump($server->admin->queue('function')['jobs']);
?>
--EXPECT--
int(1)
