--TEST--
A call that works sets the return code back to 0
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
@$client->doBackground('', 'x');
var_dump($client->returnCode());
var_dump($client->ping('x'), $client->returnCode());
?>
--EXPECT--
int(49)
bool(true)
int(0)
