--TEST--
A job for a function that the worker does not know does not crash it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn (Packet $request) => match ($request->type) {
    GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39 =>
        Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:odd:1', 'never registered', 'key', 'load'),
    default => null,
});
$worker = new GearmanWorker();
$worker->setTimeout(500);
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('function', fn () => print "must not run\n");
var_dump(@$worker->work(), $worker->returnCode() !== GEARMAN_SUCCESS);
?>
--EXPECT--
bool(false)
bool(true)
