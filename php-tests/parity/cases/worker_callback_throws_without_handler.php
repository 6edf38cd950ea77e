<?php
require __DIR__ . '/../support.php';

$raise = unique_name('raise');
start_worker([$raise => fn () => throw new LogicException('broken')]);
$client = new GearmanClient();
$client->setTimeout(2000);
$client->addServer(LOOPBACK, Gearmand::shared()->port, false);
attempt('doNormal', fn () => $client->doNormal($raise, 'x'), $client);
