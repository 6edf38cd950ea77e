--TEST--
A cancelled job is given to no worker, and its client sees it fail
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$handle = client($server)->doBackground('f', 'cancelled');
$child = Child::run(function (Child $test) use ($server) {
    $client = client($server);
    $client->setCreatedCallback(fn (GearmanTask $task) => $test->send($task->jobHandle()));
    $client->setFailCallback(fn () => $test->send('failed'));
    $client->addTask('f', 'cancelled too', null, 'a key');
    $client->runTasks();
});
var_dump($admin->cancelJob($handle), $admin->cancelJob($child->receive()));
var_dump($child->receive());
echo json_encode(array_column($admin->jobs()[$server->address()], 'ignored')), "\n";
client($server)->doBackground('f', 'done', 'another key');
worker(['f' => fn (GearmanJob $job) => print $job->workload() . "\n"], $server)->work();
eventually('none is left', fn () => $admin->jobs()[$server->address()] === []);
?>
--EXPECT--
bool(true)
bool(true)
string(6) "failed"
[true,true]
done
