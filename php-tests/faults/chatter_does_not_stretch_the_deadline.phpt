--TEST--
A server that talks without end about other things does not put off the timeout
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection) {
    $packet = Packet::read($connection);
    fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:chatty:1'));
    // It ends only with the connection, or with its process: then the connection would be lost.
    while (@fwrite($connection, Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:chatty:2', '1', '2')) !== false) {
        usleep(20_000);
    }
});
$client = new GearmanClient();
$client->addServer('127.0.0.1', $server->port, false);
$client->setTimeout(1000);
var_dump(@$client->doNormal('function', 'x'), $client->returnCode());
?>
--EXPECT--
string(0) ""
int(47)
