<?php
require __DIR__ . '/../support.php';

$task = client()->addTask('f', 'x');
attempt('clone', fn () => clone $task);
