--TEST--
An empty workload is a workload: the job runs with it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('empty');
$client = client();
$client->doBackground($function, '');
var_dump($client->returnCode());
worker([$function => function (GearmanJob $job) {
    var_dump($job->workload(), $job->workloadSize());
}])->work();
?>
--EXPECT--
int(0)
string(0) ""
int(0)
