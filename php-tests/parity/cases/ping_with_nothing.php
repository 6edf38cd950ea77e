<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('a client', fn () => $client->ping(''), $client);
$worker = worker();
attempt('a worker', fn () => $worker->ping(''), $worker);
