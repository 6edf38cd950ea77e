<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
show('set', $client->setContext('something'));
show('get', $client->context());
show('empty', [$client->setContext(''), $client->context()]);
show('a number', [gearman_client_set_context($client, 12), $client->context()]);
