--TEST--
Two Fibers may be inside work() of one worker at once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fibers');
$clients = [];
foreach (['a', 'b'] as $workload) {
    $clients[$workload] = new Wire(Gearmand::shared());
    $clients[$workload]->submit($function, $workload, $workload);
}
$worker = worker([$function => function (GearmanJob $job) {
    Fiber::suspend();
    return "result of {$job->workload()}";
}]);
$fibers = [new Fiber(fn () => $worker->work()), new Fiber(fn () => $worker->work())];
foreach ($fibers as $fiber) {
    $fiber->start();
}
foreach ($fibers as $fiber) {
    $fiber->resume();
    var_dump($fiber->getReturn());
}
echo json_encode([$clients['a']->history(), $clients['b']->history()]), "\n";
?>
--EXPECT--
bool(true)
bool(true)
[["13 result of a"],["13 result of b"]]
