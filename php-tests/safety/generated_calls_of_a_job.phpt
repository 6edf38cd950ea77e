--TEST--
Thousands of generated calls of a job in every state end in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls('GearmanJob', 'fresh', 'unserialized', 'inside its callback', 'finished', 'grabbed', 'without its worker');
var_dump($calls > 6000 ?: $calls);
?>
--EXPECT--
bool(true)
