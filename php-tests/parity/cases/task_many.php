<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$results = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = (int) $task->data();
});
for ($i = 0; $i < 200; $i++) {
    $client->addTask($echo, (string) $i);
}
attempt('runTasks', fn () => $client->runTasks(), $client);
sort($results);
show('every one once', $results === range(0, 199));
