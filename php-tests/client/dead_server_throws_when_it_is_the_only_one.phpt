--TEST--
addServer() throws when no server can be reached, and keeps the server all the same
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$client = new GearmanClient();
try {
    $client->addServer('127.0.0.1', $port);
} catch (GearmanException $exception) {
    var_dump($exception->getMessage(), $exception->getCode());
}
var_dump(@$client->ping('x'), $client->returnCode());
?>
--EXPECT--
string(30) "Failed to set exception option"
int(0)
bool(false)
int(26)
