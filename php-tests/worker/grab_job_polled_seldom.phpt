--TEST--
A non-blocking grabJob() that is called seldom takes the answers that have come meanwhile
--INI--
gearman.connect_timeout=10
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('seldom');
$client = client();
foreach (['a', 'b', 'c'] as $workload) {
    $client->doBackground($function, $workload);
}
$worker = worker([$function => fn () => '']);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$grabbed = [];
eventually('all jobs are grabbed', function () use ($worker, &$grabbed) {
    // Longer than a server may be silent.
    usleep(30_000);
    $job = @$worker->grabJob();
    if ($job instanceof GearmanJob && $worker->returnCode() === GEARMAN_SUCCESS) {
        $grabbed[] = $job->workload();
        $job->sendComplete('');
    }
    return count($grabbed) === 3;
});
echo implode(' ', $grabbed), "\n";
?>
--EXPECT--
a b c
