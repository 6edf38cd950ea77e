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
eventually('there is nothing to do', function () use ($worker, &$idle) {
    $worker->work() || $idle[] = $worker->returnCode();
    $worker->wait();
    return in_array(GEARMAN_NO_JOBS, $idle, true);
});
var_dump(array_diff($idle, [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS]));

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
array(0) {
}
ran x
