--TEST--
A GearmanTask made by hand is allowed, and knows nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$task = new GearmanTask();
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
