--TEST--
A callback that throws sends WORK_EXCEPTION and then WORK_FAIL, for servers on which only the second ends the job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_GRAB_JOB_UNIQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:job:1', 'throws', 'key', 'x'));
        }
        if (in_array('H:job:1', $packet->arguments, true)) {
            $test->send([$packet->type, ...$packet->arguments]);
        }
    }
});
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer('127.0.0.1', $server->port, false);
$worker->addFunction('throws', fn () => throw new LogicException('boom'));
try {
    $worker->work();
} catch (LogicException) {
    echo json_encode($server->receive()), "\n", json_encode($server->receive()), "\n";
}
?>
--EXPECT--
[25,"H:job:1","LogicException: boom"]
[14,"H:job:1"]
