--TEST--
What a job sends is sent, and its callback may end, while its worker waits in another Fiber
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('job');
$submitter = new Wire(Gearmand::shared());
$submitter->submit($function, 'first');
$large = str_repeat('x', 5_000_000);
$worker = worker([$function => function (GearmanJob $job) use ($large) {
    if ($job->workload() === 'first') {
        $job->sendData('part');
        Fiber::suspend();
        $job->sendData($large);
        return 'result of first';
    }
    return '';
}]);
$one = new Fiber(fn () => $worker->work());
$one->start();
$scheduler = Scheduler::install();
$two = $scheduler->start(fn () => $worker->work());
// The second job is not there yet, so the other Fiber waits.
$one->resume();
$scheduler->start(fn () => client()->doBackground($function, 'second'));
$scheduler->run();
var_dump($one->getReturn(), $two->getReturn());
foreach ($submitter->history() as $packet) {
    echo strlen($packet) > 50 ? strlen($packet) . ' bytes' : $packet, "\n";
}
?>
--EXPECT--
bool(true)
bool(true)
28 part
5000003 bytes
13 result of first
