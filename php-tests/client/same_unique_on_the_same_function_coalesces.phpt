--TEST--
A second submission with the same unique gets the handle of the first one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('coalesce');
$client = client();
$first = $client->doBackground($function, 'one', 'key');
$second = $client->doBackground($function, 'two', 'key');
$other = $client->doBackground($function, 'three', 'another key');
var_dump($first === $second, $first === $other);
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(true)
bool(false)
int(2)
