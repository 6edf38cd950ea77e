--TEST--
A background task calls the created callback and no other
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('background');
start_worker([$function => fn () => 'result']);
$client = client();
foreach (['Created', 'Data', 'Status', 'Complete', 'Fail'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task, string $context) use ($event) {
        echo $event, ' ', $context, ' ', $task->unique(), ' ', preg_match('/^H:.+:\d+$/', $task->jobHandle()), "\n";
    });
}
$client->addTaskBackground($function, 'x', 'context', 'key');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
Created context key 1
bool(true)
int(0)
