<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('handle of 65', fn () => $client->jobStatus(str_repeat('h', 65)), $client);
attempt('handle of 10000', fn () => $client->jobStatus(str_repeat('h', 10000)), $client);
