<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn (GearmanJob $job) => $job->unique()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task) => show('unique', [$task->unique() === $task->data(), $task->unique()]));
foreach ([null, '', '#', 'given'] as $unique) {
    $unique === null ? $client->addTask($echo, 'x') : $client->addTask($echo, 'x', null, $unique);
    $client->runTasks();
}
