--TEST--
A worker's connection ends with it, and a worker uses no client's
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('function');
$client = client();
$client->doBackground($function, 'x');
unset($client);

$kept = own_sockets();
$worker = worker([$function => fn (GearmanJob $job) => print "{$job->workload()}\n"]);
var_dump($worker->work(), count(array_diff(own_sockets(), $kept)));
unset($worker);
var_dump(own_sockets() === $kept);
eventually('the worker is gone', fn () => Gearmand::shared()->admin->workersOf($function) === []);
?>
--EXPECT--
x
bool(true)
int(1)
bool(true)
