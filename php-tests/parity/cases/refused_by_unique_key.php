<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
attempt('jobStatusByUniqueKey', fn () => $client->jobStatusByUniqueKey('u'));
