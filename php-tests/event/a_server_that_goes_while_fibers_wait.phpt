--TEST--
Calls that wait in the handler see their server go, and a worker there finds it again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$function = unique_name('goes');
$client = client($server);
$ran = '';
$worker = worker([$function => function (GearmanJob $job) use (&$ran) {
    $ran = $job->workload();
}], $server);
$worker->setTimeout(-1);
$scheduler = Scheduler::install();
$call = $scheduler->start(fn () => @$client->doNormal(unique_name('nobody'), 'x'));
$work = $scheduler->start(fn () => @$worker->work());
$scheduler->run(fn () => preg_grep('/^nobody/', $server->admin->ask('status')) !== [] && $server->admin->workersOf($function) !== []);
$server->kill();
$scheduler->run(fn () => $call->isTerminated());
echo "doNormal: {$client->returnCode()}\n";
$server->restart();
$scheduler->start(fn () => client($server)->doBackground($function, 'after'));
$scheduler->run(fn () => $work->isTerminated());
echo "work: ran {$ran}\n";
?>
--EXPECT--
doNormal: 14
work: ran after
