<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
$client = client();
$client->setCreatedCallback(fn (GearmanTask $task, $name) => show('created', $name));
foreach (['a', 'b', 'c', 'd'] as $name) {
    $client->addTaskBackground($echo, $name, $name);
}
attempt('runTasks', fn () => $client->runTasks(), $client);
$worker = worker([$echo => fn ($job) => show('worked', $job->workload())]);
for ($i = 0; $i < 4; $i++) {
    $worker->work();
}
