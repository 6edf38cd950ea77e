--TEST--
A non-blocking client that waits in wait() uses next to no processor time
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->addTask(unique_name('nobody'), 'x');
$client->setTimeout(200);
$client->runTasks();
$client->wait();
$started = microtime(true);
$used = processor_seconds();
while (microtime(true) - $started < 2) {
    $client->runTasks();
    $client->wait();
}
$share = (processor_seconds() - $used) / (microtime(true) - $started);
// It is under 1 %. A loop that spins uses 100 %.
var_dump($share < 0.1 ?: $share);
?>
--EXPECT--
bool(true)
