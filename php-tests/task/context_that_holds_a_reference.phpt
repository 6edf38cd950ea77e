--TEST--
A reference inside a context array leads back to the caller's variable
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('context');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$results = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, array $context) {
    $context['results'][$task->unique()] = $task->data();
});
$client->addTask($function, 'abc', ['results' => &$results], 'one');
$client->addTask($function, 'def', ['results' => &$results], 'two');
$client->runTasks();
ksort($results);
echo json_encode($results), "\n";
?>
--EXPECT--
{"one":"cba","two":"fed"}
