--TEST--
What is no time, or none that every server can count to, is refused in PHP's words
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanRs\Client();
$never = (new ReflectionClass(DateTime::class))->newInstanceWithoutConstructor();
foreach ([-1, 2147483648, PHP_INT_MAX, new DateTime('1969-12-31'), 'soon', null, 1.5, [], new stdClass(), $never] as $when) {
    foreach (['doBackgroundAt', 'addTaskBackgroundAt'] as $method) {
        try {
            var_dump($client->$method('function', 'x', $when));
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
?>
--EXPECTF--
ValueError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
ValueError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be between 0 and 2147483647 seconds since 1970
TypeError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, string given
TypeError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, string given

Deprecated: GearmanRs\Client::doBackgroundAt(): Passing null to parameter #3 ($when) of type DateTimeInterface|int is deprecated in %s on line %d

Warning: GearmanRs\Client::doBackgroundAt(): doBackgroundAt(GEARMAN_NO_SERVERS) no server was added (call addServer() first) in %s on line %d
string(0) ""

Deprecated: GearmanRs\Client::addTaskBackgroundAt(): Passing null to parameter #3 ($when) of type DateTimeInterface|int is deprecated in %s on line %d
object(GearmanTask)#%d (0) {
}

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line %d

Warning: GearmanRs\Client::doBackgroundAt(): doBackgroundAt(GEARMAN_NO_SERVERS) no server was added (call addServer() first) in %s on line %d
string(0) ""

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line %d
object(GearmanTask)#%d (0) {
}
TypeError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, array given
TypeError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, array given
TypeError: GearmanRs\Client::doBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, stdClass given
TypeError: GearmanRs\Client::addTaskBackgroundAt(): Argument #3 ($when) must be of type DateTimeInterface|int, stdClass given
%SError: %SDateTime%Shas not been correctly initialized by %s
%SError: %SDateTime%Shas not been correctly initialized by %s
