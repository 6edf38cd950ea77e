--TEST--
An empty id and one with a space are refused
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump(@$worker->setId(''), @$worker->setId('two words'));
?>
--EXPECT--
bool(false)
bool(false)
