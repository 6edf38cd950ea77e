<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('jobStatusByUniqueKey', fn () => $client->jobStatusByUniqueKey(''), $client);
