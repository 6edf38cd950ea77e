<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('an empty function', fn () => $client->addTask('', 'x'), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
attempt('function of 513', fn () => $client->addTask(str_repeat('f', 513), 'x'), $client);
attempt('unique of 65', fn () => $client->addTask(unique_name('f'), 'x', null, str_repeat('u', 65)), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
