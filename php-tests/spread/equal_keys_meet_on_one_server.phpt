--TEST--
Jobs of equal keys become one, whichever client submits them, and in whichever order it names the servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.server_selection', 'spread');
$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$jobs = fn (string $function) => array_map(fn (Gearmand $server) => $server->admin->queue($function)['jobs'] ?? 0, $servers);

foreach ([$servers, array_reverse($servers), [$servers[1], $servers[2], $servers[0]]] as $order) {
    $client = client(...$order);
    for ($number = 0; $number < 100; $number++) {
        $client->doBackground('function', 'x', "key {$number}");
        $client->addTaskBackground('function', 'x', null, "key {$number}");
        $client->addTaskBackground('function', "hashed {$number}", null, '#');
    }
    var_dump($client->runTasks(), array_sum($jobs('function')));
}
?>
--EXPECT--
bool(true)
int(200)
bool(true)
int(200)
bool(true)
int(200)
