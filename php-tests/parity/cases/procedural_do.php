<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
foreach (['do_normal', 'do_high', 'do_low'] as $name) {
    attempt($name, fn () => ("gearman_client_{$name}")($client, $echo, $name, 'u'), $client);
}
show('do_job_handle', gearman_client_do_job_handle($client));
show('do_status', gearman_client_do_status($client));
