<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
foreach ([GEARMAN_PAUSE, GEARMAN_WORK_FAIL] as $code) {
    $client = client();
    $seen = 0;
    $client->setCompleteCallback(function (GearmanTask $task) use (&$seen, $code) {
        $seen++;
        return $code;
    });
    $client->addTask($echo, 'a');
    $client->addTask($echo, 'b');
    attempt("code {$code}", fn () => $client->runTasks(), $client);
    show('seen', $seen);
    attempt('the next run', fn () => $client->runTasks(), $client);
    show('seen', $seen);
}
