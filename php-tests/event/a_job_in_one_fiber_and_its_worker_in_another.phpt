--TEST--
A job sends nothing while its worker waits in another Fiber
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('job');
$submitter = new Wire(Gearmand::shared());
$submitter->submit($function, 'x');
$worker = worker([$function => fn () => '']);
$job = eventually('there is a job', fn () => @$worker->grabJob());
$scheduler = Scheduler::install();
$fiber = $scheduler->start(fn () => $worker->work());
try {
    $job->sendData('lost');
} catch (GearmanException $exception) {
    echo get_class($exception), "\n";
}
GearmanRs\on_wait(null);
client()->doBackground($function, 'y');
$scheduler->run();
$job->sendComplete('result');
echo implode("\n", $submitter->history()), "\n";
?>
--EXPECT--
GearmanException
13 result
