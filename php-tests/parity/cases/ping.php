<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('ping', fn () => $client->ping('hello'), $client);
attempt('with binary data', fn () => $client->ping("\0\xff\n"), $client);
$worker = worker();
attempt('a worker pings', fn () => $worker->ping('hello'), $worker);
