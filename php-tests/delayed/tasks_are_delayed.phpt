--TEST--
A task is delayed, and the created callback is called for it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('task');
$client = rs_client();
$client->setCreatedCallback(fn (GearmanTask $task) => print("created {$task->unique()}\n"));
$client->setCompleteCallback(fn () => print("never\n"));
$when = time() + 1;
var_dump($client->addTaskBackgroundAt($function, 42, $when, 'context', 'key') instanceof GearmanTask);
var_dump($client->addTaskBackgroundAt($function, '', new DateTimeImmutable("@{$when}"), unique: 'empty') instanceof GearmanTask);
var_dump($client->runTasks());

$done = [];
$worker = worker([$function => function (GearmanJob $job) use (&$done, $when) {
    $done[] = $job->unique() . '=' . $job->workload() . (time() >= $when ? '' : ' too early');
}]);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
while (count($done) < 2) {
    eventually('a job', fn () => @$worker->work());
}
sort($done);
echo implode(', ', $done), "\n";
?>
--EXPECT--
bool(true)
bool(true)
created key
created empty
bool(true)
empty=, key=42
