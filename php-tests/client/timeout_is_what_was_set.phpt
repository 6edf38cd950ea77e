--TEST--
timeout() returns what setTimeout() took, negative numbers included
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
foreach ([1500, 0, -1, -5] as $milliseconds) {
    var_dump($client->setTimeout($milliseconds), $client->timeout());
}
?>
--EXPECT--
bool(true)
int(1500)
bool(true)
int(0)
bool(true)
int(-1)
bool(true)
int(-5)
