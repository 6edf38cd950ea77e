<?php

// The worker behind the page: php worker.php PORT FOLDER

[, $port, $folder] = $argv;
$worker = new GearmanWorker();
$worker->addServer('127.0.0.1', $port);

$worker->addFunction('reverse', fn (GearmanJob $job) => strrev($job->workload()));
$worker->addFunction('record', function (GearmanJob $job) use ($folder) {
    file_put_contents("{$folder}/recorded", $job->workload() . "\n", FILE_APPEND);
});
// Answers as soon as the file that the workload names is there.
$worker->addFunction('hold', function (GearmanJob $job) {
    while (!file_exists($job->workload())) {
        clearstatcache();
        usleep(2000);
    }
    return 'released';
});

do {
    $worker->work();
} while ($worker->returnCode() === GEARMAN_SUCCESS);
fwrite(STDERR, "worker: {$worker->error()}\n");
