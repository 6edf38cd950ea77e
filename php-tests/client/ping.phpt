--TEST--
ping() sends its workload to the server and back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
var_dump($client->ping("binary\0\xFF"), $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
