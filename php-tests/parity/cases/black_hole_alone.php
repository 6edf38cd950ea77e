<?php
require __DIR__ . '/../support.php';

ini_set('gearman.connect_timeout', '200');
$hole = black_hole();
$client = new GearmanClient();
$client->addServers("127.0.0.1:{$hole->port}", false);
$client->setTimeout(1500);
$started = hrtime(true);
attempt('doBackground', fn () => $client->doBackground('f', 'x'), $client);
show('waited less than a second', hrtime(true) - $started < 1000e6);
