--TEST--
A non-blocking worker asks its server again after a wait() that timed out, and never answers NO_JOBS from memory
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
        } elseif (in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true)) {
            $test->send('asked');
            fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
        }
    }
});
$worker = new GearmanWorker();
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(20);
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('f', 'strlen');
for ($i = 0; $i < 5; $i++) {
    // IO_WAIT until the answer is here, NO_JOBS with it.
    while (!$worker->work() && $worker->returnCode() === GEARMAN_IO_WAIT) {
        $worker->wait();
    }
    echo $worker->returnCode(), ' ', $server->receive(), "\n";
    var_dump($worker->wait());
}
?>
--EXPECT--
35 asked
bool(false)
35 asked
bool(false)
35 asked
bool(false)
35 asked
bool(false)
35 asked
bool(false)
