--TEST--
A job that the server assigns only after the timeout is run, and GRAB is not sent twice for it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    $grabs = 0;
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
        }
        if (in_array($packet->type, [GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39], true) && ++$grabs === 1) {
            // Longer than the worker's timeout, so that the call is over, or has waited on, when the job comes.
            usleep(100_000);
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, 'H:late:1', 'late', 'key', 'the job'));
        }
        if ($packet->type === GEARMAN_COMMAND_WORK_COMPLETE) {
            $test->send([$grabs, $packet->arguments]);
        }
    }
});
$worker = new GearmanWorker();
$worker->setTimeout(1);
$worker->addServer('127.0.0.1', $server->port);
$worker->addFunction('late', fn (GearmanJob $job) => 'done with ' . $job->workload());
eventually('the job runs', fn () => $worker->work());
echo json_encode($server->receive()), "\n";
?>
--EXPECT--
[1,["H:late:1","done with the job"]]
