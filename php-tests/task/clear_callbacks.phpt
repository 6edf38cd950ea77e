--TEST--
clearCallbacks() takes every callback away
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('silent');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCreatedCallback(fn () => print "created\n");
$client->setCompleteCallback(fn () => print "complete\n");
var_dump($client->clearCallbacks());
$client->addTask($function, 'x');
var_dump($client->runTasks());
?>
--EXPECT--
bool(true)
bool(true)
