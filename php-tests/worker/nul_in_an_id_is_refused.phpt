--TEST--
A NUL in an id is refused with return code 49
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
var_dump(@$worker->setId("id\0tail"), $worker->returnCode());
?>
--EXPECT--
bool(false)
int(49)
