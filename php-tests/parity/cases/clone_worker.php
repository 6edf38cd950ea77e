<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('clone', fn () => clone $worker);
