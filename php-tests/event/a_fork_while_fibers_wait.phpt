--TEST--
A child that is forked while a call waits in the handler has its own end of it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fork');
$client = client();
$scheduler = Scheduler::install();
$fiber = $scheduler->start(fn () => @$client->doNormal($function, 'result'));
$scheduler->run(fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 1);
$child = Child::run(function () use ($client, $function, $scheduler, $fiber) {
    // The job is the parent's: here the call ends.
    $scheduler->run();
    echo 'child: ', json_encode($fiber->getReturn()), "\n";
    $again = $scheduler->start(fn () => $client->doNormal($function, 'in the child'));
    GearmanRs\on_wait(null);
    start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
    $scheduler->run();
    echo 'child: ', json_encode($again->getReturn()), "\n";
    Child::killAll();
});
$child->wait();
$scheduler->run();
echo 'parent: ', json_encode($fiber->getReturn()), "\n";
?>
--EXPECT--
child: ""
child: "in the child"
parent: "result"
