--TEST--
A server that just timed out while connecting is not tried again by every call
--INI--
gearman.connect_timeout=2000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hole = black_hole();
$server = Gearmand::start();
$started = microtime(true);
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hole->port, false);
$client->addServer($server->host, $server->port, false);
for ($i = 0; $i < 40; $i++) {
    $client->doBackground('function', 'x');
}
var_dump($server->admin->queue('function')['jobs']);
// One attempt costs two seconds. One per call would cost eighty at least.
var_dump(microtime(true) - $started < 80);
?>
--EXPECT--
int(40)
bool(true)
