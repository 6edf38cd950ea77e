--TEST--
setReturn(GEARMAN_SHUTDOWN) completes the job, and work() returns false with return code 2
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('last');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    $job->setReturn(GEARMAN_SHUTDOWN);
    return 'result';
}]);
var_dump(@$worker->work(), $worker->returnCode());
print_r($client->history());
?>
--EXPECT--
bool(false)
int(2)
Array
(
    [0] => 13 result
)
