--TEST--
A delayed job that was not acknowledged is submitted again, to the next server
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$lost = ScriptedServer::start(function ($connection, Child $test) {
    $packet = Packet::read($connection);
    while ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
        $packet = Packet::read($connection);
    }
    $test->send($packet->arguments);
});
$server = Gearmand::start();
$client = new GearmanRs\Client();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $lost->port);
$client->addServer($server->host, $server->port);
$when = time() + 3600;
var_dump($client->doBackgroundAt('function', 'x', $when, 'key') !== '', $client->returnCode());
var_dump($lost->receive() === ['function', 'key', (string) $when, 'x']);
var_dump($server->admin->queue('function')['jobs']);
?>
--EXPECT--
bool(true)
int(0)
bool(true)
int(1)
