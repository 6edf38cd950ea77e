--TEST--
Tasks are submitted in the order in which they were added
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('order');
$client = client();
for ($i = 1; $i <= 5; $i++) {
    $client->addTaskBackground($function, "task {$i}");
}
var_dump($client->runTasks());
$worker = worker([$function => function (GearmanJob $job) {
    echo $job->workload(), "\n";
}]);
for ($i = 1; $i <= 5; $i++) {
    $worker->work();
}
?>
--EXPECT--
bool(true)
task 1
task 2
task 3
task 4
task 5
