--TEST--
With setTimeout(0) work() does not sleep, but a queued job is still grabbed and run
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('backlog');
$client = client();
for ($i = 0; $i < 50; $i++) {
    $client->doBackground($function, (string) $i);
}
$seen = [];
$worker = worker([$function => function (GearmanJob $job) use (&$seen) {
    $seen[] = (int) $job->workload();
}]);
$worker->setTimeout(0);
while ($worker->work());
var_dump($worker->returnCode(), $seen === range(0, 49));
?>
--EXPECT--
int(47)
bool(true)
