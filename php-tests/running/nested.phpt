--TEST--
run() inside a callback of its own is refused; work(), and run() of another worker, are not
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('nested');
$other_function = unique_name('other');
$worker = runner();
$worker->addFunction($function, function (GearmanJob $job) use ($worker, $other_function) {
    if ($job->workload() === 'inner') {
        return 'inner';
    }
    try {
        $worker->run(jobs: 1);
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), "\n";
    }
    var_dump($worker->work());
    client()->doBackground($other_function, 'x');
    echo runner([$other_function => fn () => print "other\n"])->run(jobs: 1), "\n";
    return 'outer';
});
$outer = new Wire(Gearmand::shared());
$inner = new Wire(Gearmand::shared());
$outer->submit($function, 'outer', 'outer');
$inner->submit($function, 'inner', 'inner');
echo $worker->run(jobs: 1), "\n";
echo implode($outer->history()), ' ', implode($inner->history()), "\n";

// In a callback of work() there is no run() yet.
$worker = runner();
$worker->addFunction($function, function (GearmanJob $job) use ($worker) {
    if ($job->workload() === 'outer') {
        echo $worker->run(jobs: 1), "\n";
    }
    return $job->workload();
});
$outer->submit($function, 'outer', 'outer');
$inner->submit($function, 'inner', 'inner');
var_dump($worker->work());
echo implode($outer->history()), ' ', implode($inner->history()), "\n";
?>
--EXPECT--
run() of this worker is running already
bool(true)
other
jobs
jobs
13 outer 13 inner
jobs
bool(true)
13 outer 13 inner
