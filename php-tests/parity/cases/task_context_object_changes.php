<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$results = new ArrayObject();
$client->setCompleteCallback(function (GearmanTask $task, ArrayObject $results) {
    $results[] = $task->data();
});
foreach (['a', 'b', 'c'] as $workload) {
    $client->addTask($echo, $workload, $results);
}
attempt('runTasks', fn () => $client->runTasks(), $client);
$sorted = $results->getArrayCopy();
sort($sorted);
show('results', $sorted);
