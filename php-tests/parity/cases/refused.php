<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::freePort(), false);
attempt('doNormal', fn () => $client->doNormal('f', 'x'), $client);
show('error', named_code($client->error()));
attempt('doBackground', fn () => $client->doBackground('f', 'x'), $client);
attempt('ping', fn () => $client->ping('x'), $client);
attempt('jobStatus', fn () => $client->jobStatus('H:a:1'), $client);
attempt('wait', fn () => $client->wait(), $client);
