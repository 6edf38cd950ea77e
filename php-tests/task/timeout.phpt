--TEST--
runTasks() ends at the timeout with return code 47, and the same client works afterwards
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('late');
$client = client();
$client->setTimeout(50);
$client->addTask($function, 'x');
var_dump($client->runTasks(), $client->returnCode());
$client->setTimeout(DEADLINE_MILLISECONDS);
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
var_dump($client->doNormal($function, 'abc'));
?>
--EXPECTF--
Warning: GearmanClient::runTasks(): %s(GEARMAN_TIMEOUT)%s in %s on line %d
bool(false)
int(47)
string(3) "cba"
