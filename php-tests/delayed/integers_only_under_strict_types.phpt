--TEST--
Under strict_types a time is an int or a date
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/../support/all.php';

foreach (['1', 1.0, true] as $when) {
    try {
        (new GearmanRs\Client())->doBackgroundAt('function', 'x', $when);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECTF--
GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, string given
GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, float given
GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, %s given
