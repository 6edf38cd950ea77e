<?php
require __DIR__ . '/../support.php';

$early = unique_name('early');
start_worker([$early => function (GearmanJob $job) {
    $job->sendComplete('early');
    return 'late';
}]);
$client = client();
attempt('doNormal', fn () => $client->doNormal($early, 'x'), $client);
attempt('doNormal again', fn () => $client->doNormal($early, 'x'), $client);
