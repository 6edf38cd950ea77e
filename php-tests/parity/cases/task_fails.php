<?php
require __DIR__ . '/../support.php';

$fail = unique_name('fail');
start_worker([$fail => fn (GearmanJob $job) => $job->sendFail()]);
$client = client();
show_events($client);
$client->addTask($fail, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
