--TEST--
A server that refuses the end of a job in lower case, as old ones do, does not disturb the next job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$refused = [GEARMAN_COMMAND_WORK_FAIL, GEARMAN_COMMAND_WORK_EXCEPTION];
$number = 0;
$server = ScriptedServer::answering(function (Packet $packet) use ($refused, &$number) {
    if (in_array($packet->type, $refused, true)) {
        return Packet::response(GEARMAN_COMMAND_ERROR, 'job_not_found', 'Job given in work result not found');
    }
    if (in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true)) {
        $number++;
        return Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, "H:{$number}", 'f', 'u', "job {$number}");
    }
    return null;
});
$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer('127.0.0.1', $server->port);
$ends = [
    'sendFail' => fn (GearmanJob $job) => $job->sendFail(),
    'sendException' => fn (GearmanJob $job) => $job->sendException('no'),
    'throw' => fn (GearmanJob $job) => throw new RuntimeException('no'),
    'return' => fn (GearmanJob $job) => 'done',
];
$worker->addFunction('f', function (GearmanJob $job) use (&$end) {
    echo $job->workload(), "\n";
    return $end($job);
});
foreach ($ends as $name => $end) {
    echo "{$name}: ";
    try {
        @$worker->work();
    } catch (RuntimeException) {
    }
}
?>
--EXPECT--
sendFail: job 1
sendException: job 2
throw: job 3
return: job 4
