--TEST--
After sendFail() the job has failed, whatever the callback returns
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fails');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    var_dump($job->sendFail());
    return 'late';
}]);
var_dump($worker->work(), $worker->returnCode());
print_r($client->history());
?>
--EXPECT--
bool(true)
bool(true)
int(0)
Array
(
    [0] => 14
)
