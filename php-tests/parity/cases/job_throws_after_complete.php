<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
start_worker([$queue => function (GearmanJob $job) {
    $job->sendComplete('done');
    throw new LogicException('late');
}]);
$client = client();
$client->setTimeout(3000);
attempt('doNormal', fn () => $client->doNormal($queue, 'x'), $client);
