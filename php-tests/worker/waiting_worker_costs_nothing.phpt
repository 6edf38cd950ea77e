--TEST--
A worker that sleeps in work() uses next to no processor time
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker([unique_name('idle') => 'strlen']);
$worker->setTimeout(2000);
$started = microtime(true);
$used = processor_seconds();
$worker->work();
$share = (processor_seconds() - $used) / (microtime(true) - $started);
// It is under 1 %. A loop that spins uses 100 %.
var_dump($share < 0.1 ?: $share);
?>
--EXPECT--
bool(true)
