--TEST--
A worker that its own callback refers to is collected
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
$worker->addFunction('function', function () use ($worker) {
});
$reference = WeakReference::create($worker);
unset($worker);
var_dump($reference->get() !== null);
gc_collect_cycles();
var_dump($reference->get());
?>
--EXPECT--
bool(true)
NULL
