<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, silent_port(), false);
$client->setTimeout(100);
attempt('doNormal', fn () => $client->doNormal('f', 'x'), $client);
attempt('doBackground', fn () => $client->doBackground('f', 'x'), $client);
attempt('ping', fn () => $client->ping('x'), $client);
attempt('jobStatus', fn () => $client->jobStatus('H:a:1'), $client);
