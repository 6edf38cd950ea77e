<?php
require __DIR__ . '/../support.php';

$client = client();
$slow = unique_name('slow');
$echo = unique_name('echo');
$client->setTimeout(100);
attempt('doNormal', fn () => $client->doNormal($slow, 'late'), $client);
$client->setTimeout(10000);
$worker = start_worker([$slow => fn () => 'late answer', $echo => fn ($job) => $job->workload()]);
attempt('the next call', fn () => $client->doNormal($echo, 'abc'), $client);
attempt('and the next', fn () => $client->doNormal($echo, 'def'), $client);
