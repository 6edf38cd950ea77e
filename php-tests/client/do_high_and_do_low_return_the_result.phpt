--TEST--
doHigh() and doLow() return the result as doNormal() does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$reverse = unique_name('reverse');
start_worker([$reverse => fn (GearmanJob $job) => strrev($job->workload())]);

$client = client();
var_dump($client->doHigh($reverse, 'abc'));
var_dump($client->doLow($reverse, 'def'));
?>
--EXPECT--
string(3) "cba"
string(3) "fed"
