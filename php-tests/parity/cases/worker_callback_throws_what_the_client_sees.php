<?php
require __DIR__ . '/../support.php';

$raise = unique_name('raise');
start_worker([$raise => fn () => throw new LogicException('broken')]);
$client = client();
$client->setTimeout(2000);
$client->setExceptionCallback(fn (GearmanTask $task) => show('exception', $task->data()));
$client->setFailCallback(fn (GearmanTask $task) => show('fail', $task->data()));
attempt('doNormal', fn () => $client->doNormal($raise, 'x'), $client);
$client->addTask($raise, 'y');
attempt('runTasks', fn () => $client->runTasks(), $client);
