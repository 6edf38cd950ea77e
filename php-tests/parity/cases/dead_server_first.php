<?php
require __DIR__ . '/../support.php';

$port = Gearmand::shared()->port;
$dead = Gearmand::freePort();
$client = new GearmanClient();
$client->setTimeout(3000);
attempt('addServers', fn () => $client->addServers("127.0.0.1:{$dead},127.0.0.1:{$port}"), $client);
attempt('doBackground', fn () => $client->doBackground(unique_name('f'), 'x') !== '', $client);
