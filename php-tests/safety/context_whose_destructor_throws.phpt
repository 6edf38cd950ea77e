--TEST--
An exception from the destructor of a task's context ends runTasks() at once, and the other tasks go on in the next
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Bomb
{
    public function __destruct()
    {
        throw new LogicException('from the destructor');
    }
}

$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$completed) {
    $completed[] = $task->data();
});
$client->addTask($function, 'one', new Bomb());
$client->addTask($function, 'two');
try {
    $client->runTasks();
    echo "not thrown\n";
} catch (LogicException $exception) {
    echo $exception->getMessage(), "\n";
}
var_dump($client->runTasks());
sort($completed);
echo implode(' ', $completed), "\n";
?>
--EXPECT--
from the destructor
bool(true)
one two
