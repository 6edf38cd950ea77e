--TEST--
setReturn() of a number that is no return code warns, returns false and changes nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('range');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    var_dump($job->setReturn(99), $job->setReturn(-1), $job->returnCode());
    return 'result';
}]);
var_dump($worker->work());
print_r($client->history());
?>
--EXPECTF--
Warning: GearmanJob::setReturn(): Invalid gearman_return_t: 99 in %s on line %d

Warning: GearmanJob::setReturn(): Invalid gearman_return_t: -1 in %s on line %d
bool(false)
bool(false)
int(0)
bool(true)
Array
(
    [0] => 13 result
)
