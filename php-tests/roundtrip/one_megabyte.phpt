--TEST--
A payload of 1 MB goes to the worker and back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$workload = random_bytes(1_000_000);
var_dump(client()->doNormal($function, $workload) === $workload);
?>
--EXPECT--
bool(true)
