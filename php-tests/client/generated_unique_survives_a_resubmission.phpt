--TEST--
A job without a unique is submitted again under the unique that was generated for it first
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    $packet = Packet::read($connection);
    $test->send($packet->arguments[1]);
    if ($number === 2) {
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:second:1'));
        Packet::read($connection);
    }
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port, false);
var_dump($client->doBackground('function', 'x'));
$first = $server->receive();
var_dump($first !== '', $first === $server->receive());
?>
--EXPECT--
string(10) "H:second:1"
bool(true)
bool(true)
