<?php
require __DIR__ . '/../support.php';

$unique = unique_name('unique');
start_worker([$unique => fn (GearmanJob $job) => $job->unique()]);
$client = client();
foreach (['a', 'b', 'hello', "\0\xff", str_repeat('x', 1000)] as $workload) {
    show(strlen($workload) . ' bytes', $client->doNormal($unique, $workload, '#'));
}
