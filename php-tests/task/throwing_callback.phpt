--TEST--
An exception from a callback comes out of runTasks(); the next runTasks() goes on with the rest
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$completed = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$completed) {
    $completed[] = $task->data();
    if (count($completed) === 1) {
        throw new LogicException('from the callback');
    }
});
$client->addTask($function, 'x');
$client->addTask($function, 'y');
try {
    $client->runTasks();
} catch (LogicException $exception) {
    echo $exception->getMessage(), ' ', count($completed), "\n";
}
var_dump($client->runTasks(), $client->returnCode());
sort($completed);
echo implode(' ', $completed), "\n";
?>
--EXPECT--
from the callback 1
bool(true)
int(0)
x y
