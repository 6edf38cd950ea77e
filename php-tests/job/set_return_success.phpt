--TEST--
setReturn(GEARMAN_SUCCESS) completes the job with what the callback returns
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('succeeds');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    $job->setReturn(GEARMAN_SUCCESS);
    return 'result';
}]);
var_dump($worker->work(), $worker->returnCode());
print_r($client->history());
?>
--EXPECT--
bool(true)
int(0)
Array
(
    [0] => 13 result
)
