--TEST--
Reflection of the module and of the stubs agree in both directions
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/signatures.php';

// PHP must not know the module when it reads the stub, or every name would exist twice.
$stub = run_command([PHP_BINARY, '-n', __DIR__ . '/../support/print_stub_signatures.php']);
$expected = json_decode($stub['output'], true, flags: JSON_THROW_ON_ERROR);
$actual = signatures_of_the_module();
print_differences('the stubs', $expected, 'the module', $actual);
var_dump(count($expected) === count($actual), count($actual) > 200);
?>
--EXPECT--
bool(true)
bool(true)
