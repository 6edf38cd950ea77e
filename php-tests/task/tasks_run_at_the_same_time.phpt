--TEST--
All tasks are submitted before any result is waited for
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('together');
$gate = function (Child $parent) use ($function) {
    worker([$function => function (GearmanJob $job) use ($parent) {
        $parent->send('running');
        return $parent->receive();
    }])->work();
};
$workers = [Child::run($gate), Child::run($gate), Child::run($gate)];
$opener = Child::run(function () use ($workers) {
    foreach ($workers as $worker) {
        $worker->receive();
    }
    // Only now, when all three are inside their jobs, may they return.
    foreach ($workers as $index => $worker) {
        $worker->send("result {$index}");
    }
});
$results = [];
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = $task->data();
});
for ($i = 0; $i < 3; $i++) {
    $client->addTask($function, 'x');
}
var_dump($client->runTasks());
sort($results);
echo implode("\n", $results), "\n";
?>
--EXPECT--
bool(true)
result 0
result 1
result 2
