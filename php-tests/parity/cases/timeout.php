<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->addServer(LOOPBACK, Gearmand::shared()->port);
$client->setTimeout(200);
$slow = unique_name('slow');
$started = hrtime(true);
attempt('doNormal', fn () => $client->doNormal($slow, 'x'), $client);
$milliseconds = (hrtime(true) - $started) / 1e6;
show('in time', $milliseconds > 150 && $milliseconds < 2000);
show('error', named_code($client->error()));
show('errno', $client->getErrno());
