--TEST--
A callback that was replaced or unregistered is let go at once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
$callbacks = [];
foreach (['replaced', 'unregistered', 'unregistered with all', 'destroyed with the worker'] as $index => $fate) {
    $callback = function () {
    };
    $callbacks[$fate] = WeakReference::create($callback);
    $worker->addFunction($index === 1 ? 'second' : 'first', $callback);
    if ($fate === 'replaced') {
        $worker->addFunction('first', 'strlen');
    }
    if ($fate === 'unregistered') {
        $worker->unregister('second');
    }
    if ($fate === 'unregistered with all') {
        $worker->unregisterAll();
    }
    unset($callback);
}
unset($worker);
foreach ($callbacks as $fate => $reference) {
    echo $fate, ': ', json_encode($reference->get()), "\n";
}
?>
--EXPECT--
replaced: null
unregistered: null
unregistered with all: null
destroyed with the worker: null
