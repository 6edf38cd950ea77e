--TEST--
After a callback that threw, the same worker runs the next job to its proper end
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('mixed');
$clients = [];
foreach (['throw', 'work', 'throw', 'work'] as $index => $workload) {
    $clients[$index] = new Wire(Gearmand::shared());
    $clients[$index]->submit($function, $workload, "key {$index}");
}
$worker = worker([$function => function (GearmanJob $job) {
    if ($job->workload() === 'throw') {
        throw new LogicException('boom');
    }
    return 'result';
}]);
for ($i = 0; $i < 4; $i++) {
    try {
        var_dump($worker->work());
    } catch (LogicException) {
        echo "thrown\n";
    }
}
foreach ($clients as $client) {
    echo json_encode($client->history()), "\n";
}
?>
--EXPECT--
thrown
bool(true)
thrown
bool(true)
["25 LogicException: boom"]
["13 result"]
["25 LogicException: boom"]
["13 result"]
