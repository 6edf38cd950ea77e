--TEST--
With STOP_WAIT_ON_SIGNAL, a wait beside a connection that its server has closed does not spin
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$closing = ScriptedServer::start(function ($connection) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_GRAB_JOB_UNIQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
        }
        if ($packet->type === GEARMAN_COMMAND_PRE_SLEEP) {
            return;
        }
    }
});
$worker = worker([unique_name('idle') => fn () => '']);
$worker->addServer('127.0.0.1', $closing->port, false);
$worker->addOptions(GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL);
$worker->setTimeout(1000);
$before = processor_seconds();
@$worker->work();
var_dump($worker->returnCode(), processor_seconds() - $before < 0.2 ?: processor_seconds() - $before);
?>
--EXPECT--
int(47)
bool(true)
