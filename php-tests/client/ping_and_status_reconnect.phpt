--TEST--
ping() and jobStatus() too notice a connection that the server has closed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
$client->ping('before');
$server->restart();
var_dump($client->ping('after'));
$server->restart();
echo json_encode($client->jobStatus('H:nowhere:1')), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
bool(true)
[false,false,0,0] 0
