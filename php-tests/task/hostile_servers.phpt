--TEST--
Garbage, wrong magics, unknown types, 4 GiB lengths and half packets make runTasks() fail with a return code
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

$answers = [
    'garbage' => 'this is no packet',
    'unknown type' => Packet::response(4711, 'what'),
    'length of 4 GiB' => "\0RES" . pack('NN', GEARMAN_COMMAND_JOB_CREATED, 0xFFFFFFFF),
    'half a packet' => substr(Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:bad:1'), 0, 15),
];
foreach ($answers as $name => $answer) {
    $server = ScriptedServer::start(function ($connection) use ($answer) {
        Packet::read($connection);
        fwrite($connection, $answer);
    });
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer('127.0.0.1', $server->port, false);
    $client->addTask('function', 'x');
    echo $name, ': ', json_encode(@$client->runTasks()), ' ', code_name($client->returnCode()), "\n";
}
?>
--EXPECT--
garbage: false GEARMAN_INVALID_MAGIC
unknown type: false GEARMAN_INVALID_COMMAND
length of 4 GiB: false GEARMAN_INVALID_PACKET
half a packet: false GEARMAN_LOST_CONNECTION
