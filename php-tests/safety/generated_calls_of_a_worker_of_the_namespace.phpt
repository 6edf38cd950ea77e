--TEST--
Thousands of generated calls of a GearmanRs\Worker in every state end in an Error of PHP's, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$states = ['fresh', 'connected', 'destructed', 'unserialized', 'timed out', 'inside its callback', 'while it waits'];
$calls = generated_calls(GearmanRs\Worker::class, ...$states);
var_dump($calls > 3_000 ?: $calls);
?>
--EXPECT--
bool(true)
