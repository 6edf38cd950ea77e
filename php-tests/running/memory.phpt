--TEST--
run() ends after the job that has used too much memory
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('memory');
$kept = [];
$done = 0;
$worker = runner([$function => function (GearmanJob $job) use (&$kept, &$done) {
    $done++;
    if ($job->workload() === 'large') {
        $kept[] = str_repeat('x', 8 << 20);
    }
    return 'done';
}]);
$client = client();
foreach (['small', 'small', 'large', 'small'] as $workload) {
    $client->doBackground($function, $workload);
}
echo $worker->run(memory: memory_get_usage(true) + (4 << 20), idle: 10.0), ' ', $done, "\n";
// A worker that has too much in use from the start does at least one job.
echo $worker->run(memory: 1, idle: 10.0), ' ', $done, "\n";
?>
--EXPECT--
memory 3
memory 4
