--TEST--
sendException() reaches a client that asked for exceptions, and the job leaves the queue
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('raises');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    var_dump($job->sendException('boom'));
}]);
var_dump($worker->work(), $worker->returnCode());
print_r($client->history());
eventually('the job is gone', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
bool(true)
bool(true)
int(0)
Array
(
    [0] => 25 boom
)
