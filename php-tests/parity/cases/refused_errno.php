<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
attempt('doNormal', fn () => $client->doNormal('f', 'x'), $client);
show('errno', $client->getErrno());
