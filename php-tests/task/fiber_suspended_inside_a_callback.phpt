--TEST--
A task callback may suspend a Fiber; runTasks() goes on when it is resumed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fiber');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) {
    echo Fiber::suspend($task->data()), "\n";
});
$client->addTask($function, 'abc');
$fiber = new Fiber(fn () => $client->runTasks());
var_dump($fiber->start());
// In the meantime the client can be used.
var_dump($client->ping('x'));
$fiber->resume('resumed');
var_dump($fiber->getReturn());
?>
--EXPECT--
string(3) "cba"
bool(true)
resumed
bool(true)
