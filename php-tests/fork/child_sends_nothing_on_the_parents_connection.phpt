--TEST--
A child that ends with an inherited client says nothing to the server, and the parent keeps its connection
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    while (($packet = Packet::read($connection)) !== null) {
        $test->send([$number, $packet->type, $packet->arguments]);
        fwrite($connection, $packet->type === GEARMAN_COMMAND_OPTION_REQ
            ? Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments)
            : Packet::response(GEARMAN_COMMAND_ECHO_RES, ...$packet->arguments));
    }
    $test->send([$number, 'closed']);
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port, false);
$client->ping('before');

echo Child::run(function () use (&$client) {
    $client = null;
})->wait(), "\n";
echo Child::run(fn () => null)->wait(), "\n";

$client->ping('after');
echo json_encode($server->receive()), "\n", json_encode($server->receive()), "\n";
?>
--EXPECT--
exit 0
exit 0
[1,16,["before"]]
[1,16,["after"]]
