<?php
require __DIR__ . '/../support.php';

final class Words
{
    public function __toString(): string
    {
        return 'words';
    }
}
$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (GearmanTask $task, $kind) => show($kind, $task->data()));
$workloads = ['int' => 12, 'negative' => -3, 'float' => 1.5, 'whole float' => 2.0, 'true' => true, 'object' => new Words()];
foreach ($workloads as $kind => $workload) {
    attempt($kind, fn () => $client->addTask($echo, $workload, $kind));
    $client->runTasks();
}
