<?php
require __DIR__ . '/../support.php';

$server = Gearmand::start();
client($server)->doBackground('f', 'x');
$worker = worker(['f' => fn () => ''], $server);
$worker->setTimeout(200);
attempt('work', fn () => $worker->work(), $worker);
$server->kill();
// What the call says that finds the connection closed is of no matter, but it is not that there are no jobs.
@$worker->grabJob();
show('it is an empty queue', $worker->returnCode() === GEARMAN_NO_JOBS);
for ($i = 0; $i < 3; $i++) {
    attempt('grabJob', fn () => $worker->grabJob(), $worker);
}
$server->restart();
client($server)->doBackground('f', 'after');
$job = eventually('there is a job', fn () => @$worker->grabJob());
show('job', $job->workload());
unset($job);
