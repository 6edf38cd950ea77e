<?php
require __DIR__ . '/../support.php';

putenv('GEARMAN_SERVERS=' . Gearmand::shared()->address());
$client = new GearmanClient();
attempt('a client pings', fn () => $client->ping('x'), $client);
$worker = new GearmanWorker();
attempt('a worker pings', fn () => $worker->ping('x'), $worker);
putenv('GEARMAN_SERVERS');
$client = new GearmanClient();
attempt('a client without the variable', fn () => $client->ping('x'), $client);
