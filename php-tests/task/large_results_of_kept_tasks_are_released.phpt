--TEST--
200 tasks that are kept hold none of their 200 results of 1 MB after one runTasks()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('large');
start_worker([$function => fn () => str_repeat('x', 1_000_000)]);
foreach ([true, false] as $free) {
    $client = client();
    $free ?: $client->removeOptions(GEARMAN_CLIENT_FREE_TASKS);
    $bytes = 0;
    $client->setCompleteCallback(function (GearmanTask $task) use (&$bytes) {
        $bytes += strlen($task->data());
    });
    $client->addTask($function, 'warm up');
    $client->runTasks();
    [$heap, $resident, $bytes] = [memory_get_usage(), resident_bytes(), 0];
    $kept = [];
    for ($i = 0; $i < 200; $i++) {
        $kept[] = $client->addTask($function, 'x');
    }
    var_dump($client->runTasks(), $bytes);
    $grown = [memory_get_usage() - $heap, resident_bytes() - $resident];
    echo max($grown) < 20_000_000 ? 'small' : json_encode($grown), ' ', count($kept), "\n";
}
?>
--EXPECT--
bool(true)
int(200000000)
small 200
bool(true)
int(200000000)
small 200
