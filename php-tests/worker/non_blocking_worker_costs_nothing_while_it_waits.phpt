--TEST--
A non-blocking worker that waits in wait() uses next to no processor time
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker([unique_name('idle') => 'strlen']);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(200);
$worker->work();
$worker->wait();
$started = microtime(true);
$used = processor_seconds();
while (microtime(true) - $started < 2) {
    $worker->work();
    $worker->wait();
}
$share = (processor_seconds() - $used) / (microtime(true) - $started);
// It is under 1 %. A loop that spins uses 100 %.
var_dump($share < 0.1 ?: $share);
?>
--EXPECT--
bool(true)
