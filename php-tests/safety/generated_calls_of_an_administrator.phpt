--TEST--
Generated calls of an administrator in every state end in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls(
    'GearmanRs\Admin',
    'fresh',
    'connected',
    'unserialized',
    'beside a dead server',
    'in front of a server that speaks something else',
    'inside an error handler',
);
var_dump($calls > 4_000 ?: $calls);
?>
--EXPECT--
bool(true)
