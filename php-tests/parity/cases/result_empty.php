<?php
require __DIR__ . '/../support.php';

$empty = unique_name('empty');
start_worker([$empty => function (GearmanJob $job) {
    $job->sendData('');
    $job->sendWarning('');
    $job->sendComplete('');
}]);
$client = client();
attempt('doNormal', fn () => $client->doNormal($empty, 'x'), $client);
