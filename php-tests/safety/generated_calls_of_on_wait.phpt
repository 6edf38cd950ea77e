--TEST--
GearmanRs\on_wait() with every odd argument ends in a TypeError, an exception, or a documented value
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/generated.php';

$calls = generated_calls('OnWait', 'fresh');
var_dump($calls > 80 ?: $calls);
?>
--EXPECT--
bool(true)
