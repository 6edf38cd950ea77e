<?php
require __DIR__ . '/../support.php';

$port = Gearmand::shared()->port;
$client = new GearmanClient();
attempt('addServers', fn () => $client->addServers("no-such-host.invalid:4730,127.0.0.1:{$port}", false), $client);
attempt('ping', fn () => $client->ping('x'), $client);
