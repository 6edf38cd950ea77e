--TEST--
When the server in use died before runTasks(), the tasks go to another one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
start_worker(['reverse' => fn (GearmanJob $job) => strrev($job->workload())], $second);
$client = client($first, $second);
$client->ping('connected');
$client->setCompleteCallback(function (GearmanTask $task) {
    echo $task->data(), "\n";
});
$client->addTask('reverse', 'abc');
$first->kill();
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
cba
bool(true)
int(0)
