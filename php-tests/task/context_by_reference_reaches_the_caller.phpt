--TEST--
A callback that takes its context by reference changes the variable that was given to addTask()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('count');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task, int &$count) {
    $count++;
});
$count = 0;
for ($i = 0; $i < 3; $i++) {
    $client->addTask($function, 'x', $count);
}
var_dump($client->runTasks(), $count);
?>
--EXPECT--
bool(true)
int(3)
