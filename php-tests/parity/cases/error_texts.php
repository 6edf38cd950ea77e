<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$port = Gearmand::freePort();
$client->addServer(LOOPBACK, $port, false);
@$client->doBackground('f', 'x');
echo 'error: ', preg_replace(["/\b{$port}\b/", '/pid\(\d+\)/'], ['PORT', 'pid(N)'], $client->error()), "\n";
