--TEST--
Thousands of generated calls of a task in every state end in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls('GearmanTask', 'fresh', 'unserialized', 'added', 'inside its callback', 'finished', 'without its client');
var_dump($calls > 2000 ?: $calls);
?>
--EXPECT--
bool(true)
