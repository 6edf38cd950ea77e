--TEST--
A job's exception ends its task with the exception callback alone, and runTasks() is true with return code 0
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('raises');
start_worker([$function => fn (GearmanJob $job) => $job->sendException('boom')]);
$client = client();
foreach (['Complete', 'Exception', 'Fail'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task) use ($event) {
        echo $event, ' ', json_encode([$task->isKnown(), $task->isRunning(), $task->data(), $task->dataSize()]), "\n";
    });
}
$client->addTask($function, 'x');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
Exception [false,false,"boom",4]
bool(true)
int(0)
