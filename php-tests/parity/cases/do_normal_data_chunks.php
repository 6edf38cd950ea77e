<?php
require __DIR__ . '/../support.php';

$chunks = unique_name('chunks');
start_worker([$chunks => function (GearmanJob $job) {
    $job->sendData('one ');
    $job->sendStatus(1, 2);
    $job->sendWarning('careful');
    $job->sendData('two ');
    return 'three';
}]);
$client = client();
attempt('result', fn () => $client->doNormal($chunks, 'x'), $client);
