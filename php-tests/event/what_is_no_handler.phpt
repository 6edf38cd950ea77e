--TEST--
What cannot be called is no handler
--FILE--
<?php
require __DIR__ . '/../support/all.php';

GearmanRs\on_wait('strlen');
foreach (['no_such_function', 1] as $value) {
    try {
        GearmanRs\on_wait($value);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
echo 'the one before stays: ', GearmanRs\on_wait(null), "\n";
?>
--EXPECT--
GearmanRs\on_wait(): Argument #1 ($handler) must be a valid callback or null, string given
GearmanRs\on_wait(): Argument #1 ($handler) must be a valid callback or null, int given
the one before stays: strlen
