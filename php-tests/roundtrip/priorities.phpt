--TEST--
Low, normal and high, queued in that order, come out high, normal, low
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('priorities');
$client = client();
foreach (['doLowBackground', 'doBackground', 'doHighBackground'] as $method) {
    $client->$method($function, "{$method} 1");
    $client->$method($function, "{$method} 2");
}
$worker = worker([$function => function (GearmanJob $job) {
    echo $job->workload(), "\n";
}]);
for ($i = 0; $i < 6; $i++) {
    $worker->work();
}
?>
--EXPECT--
doHighBackground 1
doHighBackground 2
doBackground 1
doBackground 2
doLowBackground 1
doLowBackground 2
