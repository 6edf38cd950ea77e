--TEST--
A server that writes its refusal of a WORK_FAIL in lower case does not disturb the next job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$number = 0;
$server = ScriptedServer::answering(function (Packet $packet) use (&$number) {
    return match ($packet->type) {
        GEARMAN_COMMAND_GRAB_JOB_UNIQ => Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:' . ++$number, 'f', 'u', "job {$number}"),
        GEARMAN_COMMAND_WORK_FAIL => Packet::response(GEARMAN_COMMAND_ERROR, 'job_not_found', 'Job given in work result not found'),
        default => null,
    };
});
$worker = new GearmanWorker();
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('f', fn (GearmanJob $job) => print "{$job->workload()}\n" and $job->sendFail());
for ($i = 0; $i < 3; $i++) {
    @$worker->work();
}
?>
--EXPECT--
job 1
job 2
job 3
