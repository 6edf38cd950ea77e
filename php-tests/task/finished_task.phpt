--TEST--
After runTasks() every accessor of a finished task is false, and its return code 0
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('done');
start_worker([$function => fn () => 'result']);
$client = client();
$task = $client->addTask($function, 'x');
$client->runTasks();
echo json_encode([
    $task->functionName(),
    $task->unique(),
    $task->jobHandle(),
    $task->isKnown(),
    $task->isRunning(),
    $task->taskNumerator(),
    $task->taskDenominator(),
    $task->data(),
    $task->dataSize(),
    $task->returnCode(),
]), "\n";
?>
--EXPECT--
[false,false,false,false,false,false,false,false,false,0]
