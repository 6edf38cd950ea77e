--TEST--
register() announces a function, and grabJob() takes a job of it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('grabbed');
client()->doBackground($function, 'load', 'key');
$worker = worker();
var_dump($worker->register($function));
$job = $worker->grabJob();
var_dump(get_class($job), $worker->returnCode());
var_dump($job->workload(), $job->workloadSize(), $job->unique(), $job->functionName() === $function);
var_dump($job->sendComplete('done'));
eventually('the job is done', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
bool(true)
string(10) "GearmanJob"
int(0)
string(4) "load"
int(4)
string(3) "key"
bool(true)
bool(true)
