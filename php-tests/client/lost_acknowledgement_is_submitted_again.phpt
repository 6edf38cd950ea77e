--TEST--
When the connection breaks before the server has acknowledged a job, the job is submitted again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            continue;
        }
        $test->send([$number, $packet->type, $packet->arguments]);
        if ($number === 1) {
            return;
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:second:1'));
    }
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
var_dump($client->doBackground('function', 'x', 'key'), $client->returnCode());
echo json_encode($server->receive()), "\n", json_encode($server->receive()), "\n";
?>
--EXPECT--
string(10) "H:second:1"
int(0)
[1,18,["function","key","x"]]
[2,18,["function","key","x"]]
