--TEST--
A server that swallows connections is remembered by a call that ended before it, for the clients of later requests
--INI--
gearman.connect_timeout=30000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hole = black_hole();
$function = unique_name('request');
$delivered = 0;
// A slow machine may need more than 200 ms for one or another. Where nobody remembers, none is delivered.
for ($request = 0; $request < 50 && $delivered < 3; $request++) {
    $client = new GearmanClient();
    $client->addServer('127.0.0.1', $hole->port, false);
    $client->addServer('127.0.0.1', Gearmand::shared()->port, false);
    $client->setTimeout(200);
    $client->addTaskBackground($function, 'x');
    $delivered += (int) @$client->runTasks();
}
var_dump($delivered, Gearmand::shared()->admin->queue($function)['jobs'] >= 3);
?>
--EXPECT--
int(3)
bool(true)
