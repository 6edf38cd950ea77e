<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$values = [
    'null' => null, 'zero' => 0, 'text' => 'some text', 'empty' => '', 'false' => false, 'numeric zero' => '0',
    'float' => 0.0,
];
foreach ($values as $kind => $value) {
    $client = client();
    $client->setCreatedCallback(fn () => $value);
    $client->setCompleteCallback(function (GearmanTask $task) use ($value) {
        show('complete', $task->data());
        return $value;
    });
    $client->addTask($echo, $kind);
    attempt($kind, fn () => $client->runTasks(), $client);
}
