--TEST--
Callbacks that take the context by reference share their changes, and no warning is given
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('context');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCreatedCallback(function (GearmanTask $task, array &$notes) {
    $notes[] = 'created';
});
$client->setCompleteCallback(function (GearmanTask $task, array &$notes) {
    $notes[] = $task->data();
    echo implode(' ', $notes), "\n";
});
$client->addTask($function, 'x', ['begin']);
var_dump($client->runTasks());
?>
--EXPECT--
begin created result
bool(true)
