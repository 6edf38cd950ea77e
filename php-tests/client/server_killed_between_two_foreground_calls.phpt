--TEST--
A foreground call after the death of the server in use gets its result from another one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
start_worker(['reverse' => fn (GearmanJob $job) => strrev($job->workload())], $first);
start_worker(['reverse' => fn (GearmanJob $job) => strrev($job->workload())], $second);

$client = client($first, $second);
var_dump($client->doNormal('reverse', 'abc'));
$first->kill();
var_dump($client->doNormal('reverse', 'abc'));
?>
--EXPECT--
string(3) "cba"
string(3) "cba"
