--TEST--
Clients that submit one job each, as web requests do, take turns too
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.server_selection', 'spread');
$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$jobs = fn (string $function) => array_map(fn (Gearmand $server) => $server->admin->queue($function)['jobs'] ?? 0, $servers);

for ($number = 0; $number < 30; $number++) {
    client(...$servers)->doBackground('function', 'x');
}
echo json_encode($jobs('function')), "\n";
$children = [];
for ($number = 0; $number < 60; $number++) {
    $children[] = Child::run(fn () => client(...$servers)->doBackground('forked', 'x'));
}
foreach ($children as $child) {
    $child->wait();
}
$shares = $jobs('forked');
var_dump(array_sum($shares), min($shares) > 0);
?>
--EXPECT--
[10,10,10]
int(60)
bool(true)
