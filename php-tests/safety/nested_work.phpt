--TEST--
A callback may call work() of the same worker: the inner job runs inside the outer one, each with its own result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('nested');
$outer = new Wire(Gearmand::shared());
$inner = new Wire(Gearmand::shared());
$outer->submit($function, 'outer', 'outer');
$inner->submit($function, 'inner', 'inner');

$worker = worker();
$worker->addFunction($function, function (GearmanJob $job) use ($worker) {
    echo "begin {$job->workload()}\n";
    if ($job->workload() === 'outer') {
        var_dump($worker->work());
    }
    echo "end {$job->workload()}\n";
    return "result of {$job->workload()}";
});
var_dump($worker->work(), $worker->returnCode());
echo json_encode([$outer->history(), $inner->history()]), "\n";
?>
--EXPECT--
begin outer
begin inner
end inner
bool(true)
end outer
bool(true)
int(0)
[["13 result of outer"],["13 result of inner"]]
