--TEST--
A payload of 50 MB goes to the worker and back
--INI--
memory_limit=512M
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('echo');
$server = Gearmand::start();
start_worker([$function => fn (GearmanJob $job) => $job->workload()], $server);
$workload = str_repeat(random_bytes(1000), 50_000);
$client = client($server);
var_dump($client->doNormal($function, $workload) === $workload, $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
