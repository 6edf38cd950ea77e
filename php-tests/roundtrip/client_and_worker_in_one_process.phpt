--TEST--
A worker's callback can be a client of another function
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$outer = unique_name('outer');
$inner = unique_name('inner');
start_worker([$inner => fn (GearmanJob $job) => strrev($job->workload())]);
start_worker([$outer => fn (GearmanJob $job) => '<' . client()->doNormal($inner, $job->workload()) . '>']);
var_dump(client()->doNormal($outer, 'abc'));
?>
--EXPECT--
string(5) "<cba>"
