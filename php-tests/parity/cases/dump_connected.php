<?php
require __DIR__ . '/../support.php';

$client = client();
$client->ping('x');
var_dump($client);
$worker = worker(['f' => 'strlen']);
var_dump($worker);
var_dump($client->addTask('f', 'x'));
