--TEST--
Tasks go to the live server when the first one is dead
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::start();
start_worker(['reverse' => fn (GearmanJob $job) => strrev($job->workload())], $alive);
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServers('127.0.0.1:' . Gearmand::freePort() . ",{$alive->address()}");
$client->setCompleteCallback(function (GearmanTask $task) {
    echo $task->data(), "\n";
});
$client->addTask('reverse', 'abc');
$client->addTask('reverse', 'def');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
cba
fed
bool(true)
int(0)
