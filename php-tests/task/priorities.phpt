--TEST--
High, normal and low tasks come out in that order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('priorities');
$client = client();
foreach (['addTaskLowBackground', 'addTaskBackground', 'addTaskHighBackground'] as $method) {
    $client->$method($function, $method);
}
$client->runTasks();
$worker = worker([$function => function (GearmanJob $job) {
    echo $job->workload(), "\n";
}]);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
?>
--EXPECT--
addTaskHighBackground
addTaskBackground
addTaskLowBackground
