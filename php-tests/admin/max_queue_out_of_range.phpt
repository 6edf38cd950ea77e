--TEST--
setMaxQueue() takes limits from 0 to 2147483647
--FILE--
<?php
require __DIR__ . '/admin.inc';

$admin = administrator(Gearmand::start());
$admin->createFunction('f');
foreach ([[-1], [1, -1], [1, 1, PHP_INT_MIN], [2147483648], [PHP_INT_MAX]] as $limits) {
    try {
        var_dump($admin->setMaxQueue('f', ...$limits));
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
var_dump($admin->setMaxQueue('f', 2147483647, 0, null));
?>
--EXPECT--
GearmanRs\Admin::setMaxQueue(): Argument #2 ($normal) must be between 0 and 2147483647
GearmanRs\Admin::setMaxQueue(): Argument #3 ($high) must be between 0 and 2147483647
GearmanRs\Admin::setMaxQueue(): Argument #4 ($low) must be between 0 and 2147483647
GearmanRs\Admin::setMaxQueue(): Argument #2 ($normal) must be between 0 and 2147483647
GearmanRs\Admin::setMaxQueue(): Argument #2 ($normal) must be between 0 and 2147483647
bool(true)
