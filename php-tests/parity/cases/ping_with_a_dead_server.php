<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(Gearmand::shared()->host, Gearmand::shared()->port, false);
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
attempt('ping', fn () => $client->ping('x'), $client);
