--TEST--
NOOPs that nobody asked for do not disturb a worker
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn (Packet $request) => match ($request->type) {
    GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39 =>
        str_repeat(Packet::response(GEARMAN_COMMAND_NOOP), 100)
        . Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:job:1', 'function', 'key', 'load'),
    default => null,
});
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('function', fn (GearmanJob $job) => print "ran {$job->workload()}\n");
var_dump($worker->work());
?>
--EXPECT--
ran load
bool(true)
