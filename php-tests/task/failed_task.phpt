--TEST--
A job that fails calls the fail callback, and runTasks() is true with return code 0
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fails');
start_worker([$function => fn (GearmanJob $job) => $job->sendFail()]);
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
Fail [false,false,"",0]
bool(true)
int(0)
