--TEST--
What is not iterable, and what is no workload, is refused in PHP's words
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Throwing
{
    public function __toString(): string
    {
        throw new DomainException('from __toString');
    }
}

$client = rs_client();
$used = (fn () => yield 'x')();
iterator_to_array($used);
foreach ([5, 'text', null, new stdClass(), ['x', ['y']], [null], [new stdClass()], [new Throwing()], $used] as $workloads) {
    try {
        var_dump($client->doBackgroundMany(unique_name('refused'), $workloads));
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
foreach (['', "a\0b", str_repeat('f', 513)] as $function) {
    echo json_encode(@$client->doBackgroundMany($function, ['a', 'b'])), ' ', $client->returnCode(), "\n";
}
var_dump($client->ping('x'));
?>
--EXPECT--
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must be of type Traversable|array, int given
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must be of type Traversable|array, string given
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must be of type Traversable|array, null given
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must be of type Traversable|array, stdClass given
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must contain only strings, array given
TypeError: GearmanRs\Client::doBackgroundMany(): Argument #2 ($workloads) must contain only strings, null given
Error: Object of class stdClass could not be converted to string
DomainException: from __toString
Exception: Cannot traverse an already closed generator
["",""] 49
["",""] 49
["",""] 49
bool(true)
