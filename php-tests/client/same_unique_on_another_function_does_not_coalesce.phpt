--TEST--
A unique belongs to one function: the same text on another function is another job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$one = $client->doBackground(unique_name('one'), 'x', 'key');
$other = $client->doBackground(unique_name('other'), 'x', 'key');
var_dump($one !== $other);
?>
--EXPECT--
bool(true)
