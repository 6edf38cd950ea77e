--TEST--
A non-blocking worker that only calls work() finds its server again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

set_error_handler(fn () => true);
$server = Gearmand::start();
$worker = worker(['f' => fn (GearmanJob $job) => print "ran {$job->workload()}\n"], $server);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
$server->kill();
for ($i = 0; $i < 20; $i++) {
    $worker->work();
}
$server->restart();
client($server)->doBackground('f', 'again');
eventually('the job runs', fn () => $worker->work());
?>
--EXPECT--
ran again
