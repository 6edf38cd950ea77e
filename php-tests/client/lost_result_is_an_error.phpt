--TEST--
When the connection breaks after the acknowledgement, the result is lost: a warning and return code 14
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            continue;
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:broken:1'));
        return;
    }
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
var_dump($client->doNormal('function', 'x'), $client->returnCode() === GEARMAN_LOST_CONNECTION);
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): %s(GEARMAN_LOST_CONNECTION)%s in %s on line %d
string(0) ""
bool(true)
