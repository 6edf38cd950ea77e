<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('addTask', fn () => $client->addTask('f', 'x'), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
