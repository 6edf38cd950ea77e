<?php
require __DIR__ . '/../support.php';

$raise = unique_name('raise');
start_worker([$raise => function (GearmanJob $job) {
    $job->sendException('broken');
    $job->sendFail();
}]);
$client = new GearmanClient();
$client->setTimeout(2000);
$client->addServer(LOOPBACK, Gearmand::shared()->port, false);
attempt('sendException to a client that did not ask', fn () => $client->doNormal($raise, 'x'), $client);
