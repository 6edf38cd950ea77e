--TEST--
A worker without GEARMAN_WORKER_GRAB_UNIQ grabs its jobs without the unique, from the next grab on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('plain');
$worker = worker([$function => fn (GearmanJob $job) => print json_encode($job->unique()) . "\n"]);
$submit = fn (string $unique) => client()->doBackground($function, 'x', $unique);

$submit('one');
$worker->work();
$worker->removeOptions(GEARMAN_WORKER_GRAB_UNIQ);
$submit('two');
$worker->work();
$submit('three');
$job = $worker->grabJob();
var_dump($job->unique());
$job->sendComplete('');
unset($job);
$worker->addOptions(GEARMAN_WORKER_GRAB_UNIQ);
$submit('four');
$worker->work();
?>
--EXPECT--
"one"
""
string(0) ""
"four"
