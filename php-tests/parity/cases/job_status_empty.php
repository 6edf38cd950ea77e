<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('jobStatus', fn () => $client->jobStatus(''), $client);
