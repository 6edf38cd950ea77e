<?php
require __DIR__ . '/../support.php';

$all = unique_name('all');
start_worker([$all => function (GearmanJob $job) {
    $job->sendData('some data');
    $job->sendWarning('a warning');
    $job->sendStatus(1, 2);
    $job->sendData("\0\xff");
    $job->sendStatus(2, 2);
    return 'the result';
}]);
$client = client();
show_events($client);
$task = $client->addTask($all, 'x', 'my context', 'my unique');
show_task('Added', $task);
attempt('runTasks', fn () => $client->runTasks(), $client);
show_task('Finished', $task);
