<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
$client = client();
$client->addTaskLowBackground($echo, 'low');
$client->addTaskBackground($echo, 'normal');
$client->addTaskHighBackground($echo, 'high');
attempt('runTasks', fn () => $client->runTasks(), $client);
$worker = worker([$echo => fn ($job) => show('worked', $job->workload())]);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
