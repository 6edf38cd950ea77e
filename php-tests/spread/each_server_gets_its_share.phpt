--TEST--
Thirty thousand jobs are shared out evenly among three servers, with keys and without
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.server_selection', 'spread');
$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$jobs = fn (string $function) => array_map(fn (Gearmand $server) => $server->admin->queue($function)['jobs'] ?? 0, $servers);

$client = rs_client(...$servers);
$client->doBackgroundMany('without keys', (function () {
    for ($number = 0; $number < 15_000; $number++) {
        yield 'x';
    }
})());
echo json_encode($jobs('without keys')), "\n";

for ($number = 0; $number < 15_000; $number++) {
    $client->addTaskBackground('with keys', 'x', null, "key {$number}");
}
var_dump($client->runTasks());
$shares = $jobs('with keys');
var_dump(array_sum($shares), max($shares) < 5000 * 1.05, min($shares) > 5000 * 0.95);
?>
--EXPECT--
[5000,5000,5000]
bool(true)
int(15000)
bool(true)
bool(true)
