--TEST--
An answer that comes byte by byte is understood
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection) {
    Packet::read($connection);
    $answer = Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:slow:1')
        . Packet::response(GEARMAN_COMMAND_WORK_DATA, 'H:slow:1', "da\0ta ")
        . Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:slow:1', 'result');
    foreach (str_split($answer) as $byte) {
        fwrite($connection, $byte);
        usleep(1000);
    }
    Packet::read($connection);
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port, false);
var_dump($client->doNormal('function', 'x') === "da\0ta result");
?>
--EXPECT--
bool(true)
