<?php
require __DIR__ . '/../support.php';

$silent = unique_name('silent');
$talks = unique_name('talks');
start_worker([$silent => function () {
    usleep(1_000_000);
    return 'silent';
}]);
start_worker([$talks => function (GearmanJob $job) {
    for ($i = 1; $i <= 8; $i++) {
        usleep(150_000);
        $job->sendStatus($i, 8);
    }
    return 'talks';
}]);
$client = client();
$client->setTimeout(700);
attempt('alone', fn () => $client->doNormal($silent, 'x'), $client);
// The worker is free again when this is over.
$client->setTimeout(5000);
$client->doNormal($silent, 'x');
$client->setTimeout(700);
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($silent, 'x');
$client->addTask($talks, 'x');
attempt('beside one that talks', fn () => $client->runTasks(), $client);
