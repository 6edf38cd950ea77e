--TEST--
work() with nothing to do returns false at the timeout, without a warning, return code 47
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker([unique_name('idle') => 'strlen']);
$worker->setTimeout(50);
var_dump($worker->work(), $worker->returnCode());
var_dump($worker->work(), $worker->returnCode());
?>
--EXPECT--
bool(false)
int(47)
bool(false)
int(47)
