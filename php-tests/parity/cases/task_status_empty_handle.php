<?php
require __DIR__ . '/../support.php';

$client = client();
show_events($client);
attempt('addTaskStatus', fn () => $client->addTaskStatus(''), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
