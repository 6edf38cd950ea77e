--TEST--
Two runTasks() of one client in two Fibers end in any order, and each keeps the tasks that it has finished
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('runs');
start_worker([$function => fn (GearmanJob $job) => "result of {$job->workload()}"]);
$client = client();
$client->removeOptions(GEARMAN_CLIENT_FREE_TASKS);
$client->setCompleteCallback(function (GearmanTask $task, string $name) use (&$tasks) {
    $tasks[$name] = $task;
    if ($name !== 'second') {
        Fiber::suspend();
    }
    if ($name === 'third') {
        var_dump($tasks['second']->data());
    }
});
$run = function (string ...$names) use ($client, $function): Fiber {
    return new Fiber(function () use ($client, $function, $names) {
        foreach ($names as $name) {
            $client->addTask($function, $name, $name);
        }
        return $client->runTasks();
    });
};
$one = $run('first');
$one->start();
$two = $run('second', 'third');
$two->start();
$one->resume();
$two->resume();
var_dump($one->getReturn(), $two->getReturn());
?>
--EXPECT--
string(16) "result of second"
bool(true)
bool(true)
