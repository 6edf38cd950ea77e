<?php
require __DIR__ . '/../support.php';

$outer = unique_name('outer');
$inner = unique_name('inner');
start_worker([$inner => fn ($job) => strrev($job->workload())]);
start_worker([$outer => fn ($job) => client()->doNormal($inner, $job->workload()) . '!']);
$client = client();
attempt('doNormal', fn () => $client->doNormal($outer, 'abc'), $client);
