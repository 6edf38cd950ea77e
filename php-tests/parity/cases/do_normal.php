<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
$high = unique_name('high');
start_worker([$echo => fn ($job) => $job->workload(), $high => fn ($job) => strtoupper($job->workload())]);
$client = client();
attempt('doNormal', fn () => $client->doNormal($echo, 'abc'), $client);
attempt('doHigh', fn () => $client->doHigh($high, 'abc'), $client);
attempt('doLow', fn () => $client->doLow($high, 'abc'), $client);
attempt('binary', fn () => $client->doNormal($echo, "\0\1\xff\n"), $client);
attempt('empty unique', fn () => $client->doNormal($echo, 'abc', ''), $client);
show('afterwards', [$client->doJobHandle(), $client->doStatus(), $client->getErrno()]);
