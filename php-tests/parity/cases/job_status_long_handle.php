<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('handle of 63', fn () => $client->jobStatus(str_repeat('h', 63)), $client);
attempt('handle of 64', fn () => $client->jobStatus(str_repeat('h', 64)), $client);
