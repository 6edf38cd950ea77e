--TEST--
A grabbed job goes back to the queue when its worker is gone before it was finished
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('returned');
client()->doBackground($function, 'load');
$worker = worker();
$worker->register($function);
$job = $worker->grabJob();
unset($job, $worker);

worker([$function => function (GearmanJob $job) {
    echo $job->workload(), "\n";
}])->work();
?>
--EXPECT--
load
