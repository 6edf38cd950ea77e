<?php
require __DIR__ . '/../support.php';

$client = client();
$client->ping('x');
$client->setTimeout(50);
attempt('wait', fn () => $client->wait(), $client);
