--TEST--
The context of a finished task is let go
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('released');
start_worker([$function => fn () => 'result']);
$context = new stdClass();
$reference = WeakReference::create($context);
$client = client();
$client->addTask($function, 'x', $context);
unset($context);
var_dump($reference->get() !== null);
$client->runTasks();
var_dump($reference->get());
?>
--EXPECT--
bool(true)
NULL
