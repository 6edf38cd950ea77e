--TEST--
doNormal() returns what the worker's callback returned
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$reverse = unique_name('reverse');
start_worker([$reverse => fn (GearmanJob $job) => strrev($job->workload())]);

$client = client();
var_dump($client->doNormal($reverse, 'abc'));
var_dump($client->returnCode());
?>
--EXPECT--
string(3) "cba"
int(0)
