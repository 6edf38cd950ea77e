--TEST--
A worker whose server closes in the middle of a packet connects again and works on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
        }
        if (!in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true)) {
            continue;
        }
        $job = Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, "H:job:{$number}", 'function', 'key', 'load');
        if ($number === 1) {
            fwrite($connection, substr($job, 0, -2));
            return;
        }
        fwrite($connection, $job);
    }
});
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer('127.0.0.1', $server->port, false);
$worker->addFunction('function', fn (GearmanJob $job) => print "{$job->handle()} {$job->workload()}\n");
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECT--
H:job:2 load
bool(true)
int(0)
