<?php
require __DIR__ . '/../support.php';

$client = client();
$client->ping('x');
show('error after a ping', named_code($client->error()));
$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client->doNormal($echo, 'x');
show('error after doNormal', named_code($client->error()));
$client->doBackground($echo, 'x');
show('error after doBackground', named_code($client->error()));
