<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('doNormal', fn () => $client->doNormal('', 'x'), $client);
show('error', named_code($client->error()));
attempt('ping', fn () => $client->ping('x'), $client);
show('error', named_code($client->error()));
