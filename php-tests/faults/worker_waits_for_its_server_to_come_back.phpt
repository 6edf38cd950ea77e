--TEST--
A worker that is waiting when gearmand dies keeps waiting, and works when gearmand is back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$child = Child::run(function (Child $parent) use ($server) {
    $worker = worker(['function' => fn (GearmanJob $job) => $parent->send($job->workload())], $server);
    $parent->send($worker->work());
});
eventually('the worker waits', fn () => $server->admin->workersOf('function'));
$server->restart();
client($server)->doBackground('function', 'after the restart');
var_dump($child->receive(), $child->receive());
?>
--EXPECT--
string(17) "after the restart"
bool(true)
