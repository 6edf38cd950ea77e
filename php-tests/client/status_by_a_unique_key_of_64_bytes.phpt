--TEST--
A job is found by its unique key of 64 bytes, of which the server keeps 63
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$key = hash('sha256', unique_name('picture'));
$client = client();
$client->doBackground(unique_name('unheard'), 'x', $key);
var_dump($client->jobStatusByUniqueKey($key)[0], $client->jobStatusByUniqueKey(strrev($key))[0]);
?>
--EXPECT--
bool(true)
bool(false)
