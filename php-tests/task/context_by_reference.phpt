--TEST--
Callbacks that take the context by reference share their changes from event to event of one task, and no warning is given
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('context');
start_worker([$function => fn (GearmanJob $job) => $job->sendData('part') ? 'result' : '']);
$client = client();
$client->setCreatedCallback(function (GearmanTask $task, array &$notes) {
    $notes[] = 'created';
});
$client->setDataCallback(function (GearmanTask $task, array $notes) {
    $notes[] = 'lost';
});
$client->setCompleteCallback(function (GearmanTask $task, array &$notes) {
    $notes[] = $task->data();
    echo implode(' ', $notes), "\n";
});
$client->addTask($function, 'x', ['first']);
var_dump($client->runTasks());
$client->addTask($function, 'x', ['second']);
var_dump($client->runTasks());
?>
--EXPECT--
first created result
bool(true)
second created result
bool(true)
