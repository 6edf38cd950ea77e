--TEST--
addTaskStatus() reports the progress of a running job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('progress');
$worker = Child::run(function (Child $parent) use ($function) {
    worker([$function => function (GearmanJob $job) use ($parent) {
        $job->sendStatus(3, 7);
        $parent->send('status sent');
        $parent->receive();
    }])->work();
});
$client = client();
$handle = $client->doBackground($function, 'x');
$worker->receive();
eventually('the status arrives', fn () => $client->jobStatus($handle)[2] === 3);
$client->setStatusCallback(function (GearmanTask $task) use ($handle) {
    echo json_encode([$task->isKnown(), $task->isRunning(), $task->taskNumerator(), $task->taskDenominator()]), "\n";
    var_dump($task->jobHandle() === $handle);
});
$client->addTaskStatus($handle);
var_dump($client->runTasks());
$worker->send('go on');
?>
--EXPECT--
[true,true,3,7]
bool(true)
bool(true)
