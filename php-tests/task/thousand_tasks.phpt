--TEST--
A thousand tasks over three workers are each completed once with their own result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('thousand');
for ($i = 0; $i < 3; $i++) {
    start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
}
$results = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, int $number) use (&$results) {
    $results[$number][] = $task->data();
});
for ($i = 0; $i < 1000; $i++) {
    $client->addTask($function, "workload {$i}", $i);
}
var_dump($client->runTasks(), count($results));
foreach ($results as $number => $result) {
    if ($result !== [strrev("workload {$number}")]) {
        echo "task {$number}: ", json_encode($result), "\n";
    }
}
?>
--EXPECT--
bool(true)
int(1000)
