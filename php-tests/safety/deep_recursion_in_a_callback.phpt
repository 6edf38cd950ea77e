--TEST--
An Error deep inside a callback unwinds cleanly
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('deep');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
function descend(int $depth): int
{
    return $depth === 0 ? intdiv(1, 0) : descend($depth - 1) + 1;
}
try {
    worker([$function => fn () => descend(5000)])->work();
} catch (DivisionByZeroError $error) {
    echo $error->getMessage(), "\n";
}
print_r($client->history());
?>
--EXPECT--
Division by zero
Array
(
    [0] => 25 DivisionByZeroError: Division by zero
)
