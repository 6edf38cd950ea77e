--TEST--
Two tasks with the same unique share one run, and both are told
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('shared');
start_worker([$function => fn () => 'result']);
$handles = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$handles) {
    $handles[] = $task->jobHandle();
    echo $task->data(), "\n";
});
$client->addTask($function, 'x', null, 'key');
$client->addTask($function, 'x', null, 'key');
var_dump($client->runTasks());
?>
--EXPECT--
result
result
bool(true)
