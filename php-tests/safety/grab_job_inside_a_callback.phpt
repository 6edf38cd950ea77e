--TEST--
A callback may grab another job by hand and finish it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('grabs');
$first = new Wire(Gearmand::shared());
$second = new Wire(Gearmand::shared());
$first->submit($function, 'first', 'first');
$second->submit($function, 'second', 'second');
$worker = worker();
$worker->addFunction($function, function () use ($worker) {
    $other = $worker->grabJob();
    $other->sendComplete('done by hand');
    return "after {$other->workload()}";
});
$worker->work();
echo json_encode([$first->history(), $second->history()]), "\n";
?>
--EXPECT--
[["13 after second"],["13 done by hand"]]
