--TEST--
A fresh worker has no error, no timeout and options 644
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
var_dump($worker->returnCode(), $worker->error(), $worker->getErrno());
var_dump($worker->timeout(), $worker->options());
?>
--EXPECT--
int(0)
bool(false)
int(0)
int(-1)
int(644)
