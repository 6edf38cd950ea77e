--TEST--
A task's events come in order, and in each callback the accessors tell of that event
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('talks');
start_worker([$function => function (GearmanJob $job) {
    $job->sendData('some');
    $job->sendWarning('careful');
    $job->sendStatus(3, 4);
    return 'result';
}]);

$client = client();
foreach (['Workload', 'Created', 'Data', 'Warning', 'Status', 'Complete', 'Exception', 'Fail'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task) use ($event, $function) {
        echo str_pad($event, 9), json_encode([
            'known' => $task->isKnown(),
            'running' => $task->isRunning(),
            'progress' => [$task->taskNumerator(), $task->taskDenominator()],
            'data' => $task->data(),
            'size' => $task->dataSize(),
            'code' => $task->returnCode(),
        ]), "\n";
        if ($task->functionName() !== $function || $task->unique() !== 'key' || !str_starts_with($task->jobHandle(), 'H:')) {
            echo "the names are wrong\n";
        }
    });
}
$client->addTask($function, 'x', null, 'key');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
Created  {"known":true,"running":false,"progress":[0,0],"data":"","size":0,"code":0}
Data     {"known":true,"running":true,"progress":[0,0],"data":"some","size":4,"code":0}
Warning  {"known":true,"running":true,"progress":[0,0],"data":"careful","size":7,"code":0}
Status   {"known":true,"running":true,"progress":[3,4],"data":"","size":0,"code":0}
Complete {"known":false,"running":false,"progress":[3,4],"data":"result","size":6,"code":0}
bool(true)
int(0)
