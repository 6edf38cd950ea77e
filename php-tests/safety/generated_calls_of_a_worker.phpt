--TEST--
Thousands of generated calls of a worker in every state end in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls('GearmanWorker', 'fresh', 'connected', 'destructed', 'unserialized', 'timed out', 'inside its callback', 'while it waits');
var_dump($calls > 20_000 ?: $calls);
?>
--EXPECT--
bool(true)
