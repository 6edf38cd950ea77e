<?php
require __DIR__ . '/../support.php';

$task = new GearmanTask();
show('return code', $task->returnCode());
$accessors = [
    'functionName', 'unique', 'jobHandle', 'isKnown', 'isRunning', 'taskNumerator', 'taskDenominator', 'data',
    'dataSize',
];
foreach ($accessors as $accessor) {
    show($accessor, $task->$accessor());
}
