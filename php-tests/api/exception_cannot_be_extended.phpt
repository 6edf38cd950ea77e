--TEST--
A class that extends GearmanException does not compile
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$result = run_php(['-r', 'class Mine extends GearmanException {}']);
var_dump($result['status'] !== 0, str_contains($result['output'], 'GearmanException'));
?>
--EXPECT--
bool(true)
bool(true)
