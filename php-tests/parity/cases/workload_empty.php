<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn (GearmanJob $job) => 'got ' . $job->workloadSize()]);
$client = client();
attempt('doNormal', fn () => $client->doNormal($echo, ''), $client);
attempt('doBackground', fn () => $client->doBackground($echo, '') !== '', $client);
