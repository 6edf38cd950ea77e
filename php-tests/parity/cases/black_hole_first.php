<?php
require __DIR__ . '/../support.php';

ini_set('gearman.connect_timeout', '500');
$hole = black_hole();
$client = new GearmanClient();
$client->addServers("127.0.0.1:{$hole->port}," . Gearmand::shared()->address(), false);
$client->setTimeout(2000);
attempt('doBackground', fn () => $client->doBackground(unique_name('f'), 'x') !== '', $client);
$started = hrtime(true);
attempt('again', fn () => $client->doBackground(unique_name('f'), 'x') !== '', $client);
show('the second is quick', hrtime(true) - $started < 400e6);
