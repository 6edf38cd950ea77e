<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('enableExceptionHandler', fn () => $client->enableExceptionHandler(), $client);
attempt('addServer', fn () => $client->addServer(LOOPBACK, Gearmand::freePort()), $client);
