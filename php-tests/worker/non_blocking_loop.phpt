--TEST--
A non-blocking worker goes on from call to call, with wait() between them, until the job is done
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('patient');
$worker = worker([$function => fn (GearmanJob $job) => print "ran {$job->workload()}\n"]);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(100);

$idle = [];
for ($i = 0; $i < 5; $i++) {
    $worker->work() || $idle[] = $worker->returnCode();
    $worker->wait();
}
var_dump(array_diff($idle, [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS]) === [], in_array(GEARMAN_NO_JOBS, $idle, true));

client()->doBackground($function, 'x');
eventually('the job runs', function () use ($worker) {
    if ($worker->work()) {
        return true;
    }
    $worker->wait();
    return false;
});
eventually('the job is done', function () use ($worker, $function) {
    $worker->work();
    return Gearmand::shared()->admin->queue($function)['jobs'] === 0;
});
?>
--EXPECT--
bool(true)
bool(true)
ran x
