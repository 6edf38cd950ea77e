--TEST--
A callback that takes its context by value sees what the variable held when the task was added
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('value');
start_worker([$function => fn () => 'result']);
$client = client();
$seen = [];
$client->setCompleteCallback(function (GearmanTask $task, string $context) use (&$seen) {
    $seen[] = $context;
});
foreach (['a', 'b', 'c'] as $context) {
    $client->addTask($function, 'x', $context);
}
$context = 'changed later';
$client->runTasks();
sort($seen);
echo implode(' ', $seen), "\n";
?>
--EXPECT--
a b c
