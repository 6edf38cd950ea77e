<?php
require __DIR__ . '/../support.php';

ini_set('gearman.connect_timeout', '200');
$hole = black_hole();
$client = new GearmanClient();
$client->addServers(Gearmand::shared()->address() . ",127.0.0.1:{$hole->port}", false);
$client->setTimeout(2000);
attempt('doBackground', fn () => $client->doBackground(unique_name('f'), 'x') !== '', $client);
