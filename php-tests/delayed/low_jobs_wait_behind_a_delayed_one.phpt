--TEST--
gearmand 1.1 gives no job of low priority away while a delayed one of its function is pending, and none is lost
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('low');
$done = [];
$worker = runner([$function => function (GearmanJob $job) use (&$done) {
    $done[] = $job->workload();
}]);
rs_client()->doBackgroundAt($function, 'delayed', time() + 3);
client()->doLowBackground($function, 'low');
$is_hidden = @$worker->grabJob() === false;
var_dump($is_hidden || !str_starts_with(Gearmand::shared()->admin->ask('version')[0], 'OK 1.1'));
if (!$is_hidden) {
    // The job that was grabbed goes back with its connection.
    $worker = null;
}
$worker = runner([$function => function (GearmanJob $job) use (&$done) {
    $done[] = $job->workload();
}]);
$worker->run(jobs: 2);
sort($done);
echo implode(' ', $done), "\n";
?>
--EXPECT--
bool(true)
delayed low
