--TEST--
Of 10,000 background jobs one worker runs each exactly once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('many');
$client = client();
for ($i = 0; $i < 10_000; $i++) {
    $client->doBackground($function, (string) $i);
}
$runs = [];
$worker = worker([$function => function (GearmanJob $job) use (&$runs) {
    $runs[$job->workload()] = ($runs[$job->workload()] ?? 0) + 1;
}]);
for ($i = 0; $i < 10_000; $i++) {
    $worker->work();
}
var_dump(count($runs), array_unique(array_values($runs)));
eventually('the queue is empty', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
int(10000)
array(1) {
  [0]=>
  int(1)
}
