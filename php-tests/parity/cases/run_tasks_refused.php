<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
$client->setFailCallback(fn () => show('fail', true));
$task = $client->addTask('f', 'x', null, 'u');
attempt('runTasks', fn () => $client->runTasks(), $client);
show_task('afterwards', $task);
