--TEST--
Thousands of generated calls of a client in every state end in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls('GearmanClient', 'fresh', 'connected', 'destructed', 'unserialized', 'timed out', 'inside its callback', 'while it waits');
var_dump($calls > 60_000 ?: $calls);
?>
--EXPECT--
bool(true)
