<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
show_events($client);
foreach (['addTaskBackground', 'addTaskHighBackground', 'addTaskLowBackground'] as $method) {
    $task = $client->$method($echo, 'x', null, 'unique of ' . $method);
    attempt($method, fn () => $client->runTasks(), $client);
    show_task('Finished', $task);
}
