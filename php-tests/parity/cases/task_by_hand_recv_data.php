<?php
require __DIR__ . '/../support.php';

$task = new GearmanTask();
attempt('recvData', fn () => $task->recvData(5));
attempt('recvData of a negative length', fn () => $task->recvData(-5));
