<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$task = $client->addTask($echo, 'a');
unset($client);
gc_collect_cycles();
show_task('a task alone', $task);
