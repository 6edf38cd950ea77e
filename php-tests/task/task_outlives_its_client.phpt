--TEST--
A task that is kept when its client is gone does no harm
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$task = $client->addTask('function', 'x', null, 'key');
unset($client);
var_dump($task->functionName(), $task->unique(), $task->returnCode());
?>
--EXPECT--
string(8) "function"
string(3) "key"
int(0)
