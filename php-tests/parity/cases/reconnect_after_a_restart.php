<?php
require __DIR__ . '/../support.php';

$server = Gearmand::start();
$client = client($server);
$client->setTimeout(3000);
attempt('ping', fn () => $client->ping('x'), $client);
$server->restart();
attempt('doBackground', fn () => $client->doBackground('f', 'x') !== '', $client);
attempt('again', fn () => $client->doBackground('f', 'x') !== '', $client);
