<?php
require __DIR__ . '/../support.php';

$client = client();
$client->setTimeout(100);
$client->setFailCallback(fn () => print("fail\n"));
$client->addTask(unique_name('nobody'), 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
