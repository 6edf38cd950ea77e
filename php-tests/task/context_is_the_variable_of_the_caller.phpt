--TEST--
A callback that takes the context by reference changes the variable that was given to addTask()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('reverse');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);

function collect(string $function): array
{
    $client = client();
    $client->setCompleteCallback(function (GearmanTask $task, array &$results) {
        $results[] = $task->data();
    });
    $results = [];
    $client->addTask($function, 'abc', $results);
    $client->addTask($function, strtolower('DEF'), $results, uniqid());
    $client->runTasks();
    sort($results);
    return $results;
}
echo implode(' ', collect($function)), "\n";

// A callback that takes a value gets the one that the variable had when the task was added.
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, $context) use (&$seen) {
    $seen[] = $task->data() . $context;
});
foreach (['a', 'b', 'c'] as $each) {
    $client->addTask($function, $each, $each);
}
$client->runTasks();
sort($seen);
echo implode(' ', $seen), "\n";

// What is no plain variable is a value: nothing is made, nothing is touched.
$holder = new class () {
    public function __construct(public readonly int $number = 5)
    {
    }
};
$array = [];
$client->setCompleteCallback(function (GearmanTask $task, &$context) {
    $context = 'changed';
});
$client->addTask($function, 'x', $holder->number);
$client->addTask($function, 'x', @$array['missing']);
$client->addTask($function, 'x', 1 + 1);
var_dump($client->runTasks(), $holder->number, $array);
?>
--EXPECT--
cba fed
aa bb cc
bool(true)
int(5)
array(0) {
}
