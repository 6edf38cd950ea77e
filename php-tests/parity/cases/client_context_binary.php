<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
show('set', $client->setContext("one\0two\xff"));
show('get', $client->context());
