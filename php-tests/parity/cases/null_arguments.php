<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
attempt('doNormal', fn () => $client->doNormal($echo, 'abc', null), $client);
attempt('doHigh', fn () => $client->doHigh($echo, 'abc', null), $client);
attempt('doBackground', fn () => $client->doBackground($echo, 'abc', null) !== '', $client);
attempt('addTask', fn () => $client->addTask($echo, 'abc', null, null), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
