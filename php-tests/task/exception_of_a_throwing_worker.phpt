--TEST--
A worker callback that throws reaches the exception callback as "Class: message"
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
start_worker([$function => fn () => throw new LogicException('boom')]);
$client = client();
$client->setExceptionCallback(function (GearmanTask $task) {
    var_dump($task->data());
});
$client->addTask($function, 'x');
var_dump($client->runTasks());
?>
--EXPECT--
string(20) "LogicException: boom"
bool(true)
