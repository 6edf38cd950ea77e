<?php
require __DIR__ . '/../support.php';

$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
foreach ([GEARMAN_SHUTDOWN, GEARMAN_ERRNO, GEARMAN_LOST_CONNECTION, GEARMAN_TIMEOUT, GEARMAN_WORK_EXCEPTION, GEARMAN_WORK_ERROR] as $code) {
    $client = client();
    $client->setCompleteCallback(fn () => $code);
    $client->addTask($echo, 'a');
    attempt("code {$code}", fn () => $client->runTasks(), $client);
}
