--TEST--
A server that swallows connections is remembered by a call that ended before it, for the clients of later requests
--INI--
gearman.connect_timeout=30000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hole = black_hole();
$function = unique_name('request');
// Each comes to its end before a connection may: where nobody remembers, none is delivered.
foreach ([200, 20_000, 20_000, 20_000] as $timeout) {
    $client = new GearmanClient();
    $client->addServer('127.0.0.1', $hole->port, false);
    $client->addServer('127.0.0.1', Gearmand::shared()->port, false);
    $client->setTimeout($timeout);
    $client->addTaskBackground($function, 'x');
    $results[] = @$client->runTasks();
}
echo json_encode($results), ' ', Gearmand::shared()->admin->queue($function)['jobs'], "\n";
?>
--EXPECT--
[false,true,true,true] 3
