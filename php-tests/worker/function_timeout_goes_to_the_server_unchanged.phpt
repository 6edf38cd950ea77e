--TEST--
The timeout of addFunction() and register() travels as CAN_DO_TIMEOUT, none as CAN_DO
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
        }
        if (in_array($packet->type, [GEARMAN_COMMAND_CAN_DO, GEARMAN_COMMAND_CAN_DO_TIMEOUT], true)) {
            $test->send([$packet->type, ...$packet->arguments]);
        }
        if (in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true)) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
        }
    }
});
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('without', 'strlen');
$worker->addFunction('with', 'strlen', null, 45);
$worker->register('registered', 60);
@$worker->grabJob();
$announced = [$server->receive(), $server->receive(), $server->receive()];
sort($announced);
echo json_encode($announced), "\n";
?>
--EXPECT--
[[1,"without"],[23,"registered","60"],[23,"with","45"]]
