--TEST--
Children that exit inside a task callback leave the parent's tasks alone
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forks');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$results = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        exit(0);
    }
    pcntl_waitpid($pid, $status);
    $results[] = $task->data();
});
foreach (['abc', 'def', 'ghi'] as $workload) {
    $client->addTask($function, $workload);
}
var_dump($client->runTasks(), $client->returnCode());
sort($results);
echo implode(' ', $results), "\n";
?>
--EXPECT--
bool(true)
int(0)
cba fed ihg
