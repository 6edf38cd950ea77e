<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('later');
$when = time() + 2;
var_dump(rs_client()->doBackgroundAt($function, "a\0b", $when) !== '');

$worker = worker([$function => function (GearmanJob $job) use ($when) {
    echo strlen($job->workload()), ' bytes, ', time() >= $when ? 'on time' : 'too early', "\n";
}]);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
eventually('the job', fn () => @$worker->work());
?>
