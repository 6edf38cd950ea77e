--TEST--
A result with __toString() is sent as its string
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('stringable');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => fn () => new class () {
    public function __toString(): string
    {
        return 'from __toString';
    }
}])->work();
print_r($client->history());
?>
--EXPECT--
Array
(
    [0] => 13 from __toString
)
