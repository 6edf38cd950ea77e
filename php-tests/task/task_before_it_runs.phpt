--TEST--
A task that was added and has not run yet knows its function and its unique
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$task = $client->addTask('function', 'x', null, 'key');
var_dump($task->functionName(), $task->unique(), $task->jobHandle());
echo json_encode([$task->isKnown(), $task->isRunning(), $task->taskNumerator(), $task->taskDenominator(), $task->returnCode()]), "\n";
var_dump(strlen($client->addTask('function', 'x')->unique()));
?>
--EXPECT--
string(8) "function"
string(3) "key"
string(0) ""
[false,false,0,0,0]
int(36)
