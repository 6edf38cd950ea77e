--TEST--
A server that was dead when the worker began gets the worker's functions when it comes up
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
$second->kill();
$child = Child::run(function (Child $parent) use ($first, $second) {
    $worker = new GearmanWorker();
    $worker->setTimeout(DEADLINE_MILLISECONDS);
    $worker->addServer($first->host, $first->port, false);
    $worker->addServer($second->host, $second->port, false);
    $worker->addFunction('function', fn (GearmanJob $job) => $parent->send($job->workload()));
    $worker->work();
    $worker->work();
});
client($first)->doBackground('function', 'on the first');
var_dump($child->receive());
$second->restart();
client($second)->doBackground('function', 'on the second');
var_dump($child->receive());
?>
--EXPECT--
string(12) "on the first"
string(13) "on the second"
