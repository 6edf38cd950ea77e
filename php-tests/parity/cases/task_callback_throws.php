<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
foreach (['Created', 'Complete'] as $event) {
    $client = client();
    $client->{"set{$event}Callback"}(fn () => throw new LogicException("from {$event}", 5));
    $client->addTask($echo, 'a');
    attempt($event, fn () => $client->runTasks(), $client);
}
