--TEST--
The class is final and its objects cannot be cloned
--FILE--
<?php
require __DIR__ . '/admin.inc';

var_dump((new ReflectionClass(GearmanRs\Admin::class))->isFinal());
try {
    clone administrator(dead_address());
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
Trying to clone an uncloneable object of class GearmanRs\Admin
