--TEST--
With gearman.require_all_servers a dead server throws, live ones beside it or not
--INI--
gearman.require_all_servers=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$alive = Gearmand::shared();
$dead = Gearmand::freePort();
$client = new GearmanClient();
var_dump($client->addServer($alive->host, $alive->port));
foreach ([fn () => $client->addServer('127.0.0.1', $dead), fn () => $client->enableExceptionHandler()] as $call) {
    try {
        $call();
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
Failed to set exception option
Failed to set exception option
