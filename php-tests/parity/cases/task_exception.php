<?php
require __DIR__ . '/../support.php';

$raise = unique_name('raise');
start_worker([$raise => fn (GearmanJob $job) => $job->sendException('what went wrong')]);
$client = client();
show_events($client);
$client->addTask($raise, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
