--TEST--
A worker that is part of its own context is collected
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
$worker->addFunction('function', fn () => null, ['the worker' => $worker]);
$reference = WeakReference::create($worker);
unset($worker);
gc_collect_cycles();
var_dump($reference->get());
?>
--EXPECT--
NULL
