<?php
require __DIR__ . '/../support.php';

$client = client();
$handle = $client->doBackground(unique_name('queue'), 'x');
show('doJobHandle is that handle', $client->doJobHandle() === $handle);
show('doStatus', $client->doStatus());
