<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
attempt('setExceptionCallback', fn () => $client->setExceptionCallback('strlen'));
attempt('enableExceptionHandler', fn () => $client->enableExceptionHandler());
attempt('addServer of a live one, without', fn () => $client->addServer(LOOPBACK, Gearmand::shared()->port, false));
attempt('setExceptionCallback', fn () => $client->setExceptionCallback('strlen'));
