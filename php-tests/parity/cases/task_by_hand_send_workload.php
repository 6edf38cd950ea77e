<?php
require __DIR__ . '/../support.php';

$task = new GearmanTask();
attempt('sendWorkload', fn () => $task->sendWorkload('x'));
