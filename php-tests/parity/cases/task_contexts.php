<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(fn (...$arguments) => show($arguments[0]->data(), array_slice($arguments, 1)));
$contexts = [
    'none' => [], 'null' => [null], 'int' => [7], 'text' => ['text'], 'array' => [[1, 'a' => 2]],
    'object' => [new ArrayObject()],
];
foreach ($contexts as $kind => $context) {
    $client->addTask($echo, $kind, ...$context);
    $client->runTasks();
}
