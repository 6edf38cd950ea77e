--TEST--
Finished tasks that are kept do not keep their results
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$large = unique_name('large');
start_worker([$large => fn () => str_repeat('x', 100_000)]);
foreach ([true, false] as $free) {
    $client = client();
    $free ?: $client->removeOptions(GEARMAN_CLIENT_FREE_TASKS);
    $client->addTask($large, 'warm up');
    $client->runTasks();
    $before = resident_bytes();
    $kept = [];
    for ($i = 0; $i < 300; $i++) {
        $kept[] = $client->addTask($large, 'x');
        $client->runTasks();
    }
    $grown = resident_bytes() - $before;
    // Kept, the results are 30 MB.
    echo $grown < 15_000_000 ? 'small' : "{$grown} bytes", ' ', json_encode($kept[0]->dataSize()), "\n";
}
?>
--EXPECT--
small false
small 0
