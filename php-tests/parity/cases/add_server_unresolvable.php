<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('addServer', fn () => $client->addServer('no-such-host.invalid', 4730, false), $client);
attempt('addServers', fn () => $client->addServers('no-such-host.invalid:4730', false), $client);
attempt('ping', fn () => $client->ping('x'), $client);
$worker = new GearmanWorker();
attempt('a worker', fn () => $worker->addServer('no-such-host.invalid', 4730), $worker);
