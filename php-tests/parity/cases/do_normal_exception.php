<?php
require __DIR__ . '/../support.php';

$raise = unique_name('raise');
start_worker([$raise => fn (GearmanJob $job) => $job->sendException('broken')]);
$client = client();
attempt('sendException', fn () => $client->doNormal($raise, 'x'), $client);
attempt('the client goes on', fn () => $client->ping('x'), $client);
