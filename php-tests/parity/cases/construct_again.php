<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('__construct', fn () => $client->__construct());
attempt('ping', fn () => $client->ping('x'), $client);
$client->addServer(LOOPBACK, Gearmand::shared()->port);
attempt('ping after addServer', fn () => $client->ping('x'), $client);
