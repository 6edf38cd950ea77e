<?php
require __DIR__ . '/../support.php';

$later = unique_name('later');
$client = client();
$client->setTimeout(100);
$client->setFailCallback(fn () => show('fail', true));
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($later, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
start_worker([$later => fn ($job) => $job->workload()]);
$client->setTimeout(10000);
attempt('the next run goes on', fn () => $client->runTasks(), $client);
