--TEST--
A NUL in a job handle or in a unique key is refused, so it cannot forge the fields of a packet
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
echo json_encode(@$client->jobStatus("H:host:1\0forged")), ' ', $client->returnCode(), "\n";
echo json_encode(@$client->jobStatusByUniqueKey("key\0forged")), ' ', $client->returnCode(), "\n";
var_dump($client->ping('still in step'));
?>
--EXPECT--
[false,false,0,0] 49
[false,false,0,0] 49
bool(true)
