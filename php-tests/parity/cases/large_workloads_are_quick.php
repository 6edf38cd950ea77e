<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$workload = str_repeat('x', 1 << 20);
$client->doNormal($echo, 'the worker is there');
$started = hrtime(true);
for ($i = 0; $i < 6; $i++) {
    $client->doNormal($echo, $workload);
}
show('6 MB there and back within 1.5 s', hrtime(true) - $started < 1500e6);
