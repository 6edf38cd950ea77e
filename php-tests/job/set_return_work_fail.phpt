--TEST--
setReturn(GEARMAN_WORK_FAIL) fails the job, and work() returns false with return code 24
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fails');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    var_dump($job->setReturn(GEARMAN_WORK_FAIL), $job->returnCode());
    return 'ignored';
}]);
var_dump($worker->work(), $worker->returnCode());
print_r($client->history());
?>
--EXPECT--
bool(true)
int(24)
bool(false)
int(24)
Array
(
    [0] => 14
)
